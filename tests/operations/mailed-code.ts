import type { Simulator } from "../../simulator";

/** The recovery code in the last mail to a user. */
export function mailedCode(simulator: Simulator, userId: string): string {
  const mail = simulator.mail.list(userId).at(-1);
  if (mail === undefined) {
    throw new Error("No mail was sent.");
  }
  return mail.code;
}

/** A code that was never mailed. */
export function wrongCode(code: string): string {
  return code.replace(/^./, (first) => (first === "A" ? "B" : "A"));
}
