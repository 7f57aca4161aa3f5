import { deliver } from "../delivery";
import type { Report } from "./lifecycle";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** A generated password that is not to stand in the state any longer goes where the program wants it now, or nobody would have it. */
export async function handOver(
  olds: UserPasswordState,
  { exposeValue, deliverTo }: UserPasswordInputs,
  report: Report,
): Promise<UserPasswordState> {
  if (olds.value !== undefined && exposeValue !== true && deliverTo !== undefined) {
    const { place } = await deliver(deliverTo, olds.value);
    report.info(`The generated password moved from the state to ${place}.`);
  }
  return olds;
}
