import type { UserRef } from "../../provider/operations";
import { sendRecoveryCode } from "../../provider/operations/send-recovery-code";
import type { Simulator } from "../../simulator";
import { transportTo } from "../helpers/session";

/** Has a recovery code mailed, and answers what its reader reads. */
export async function mailCode(simulator: Simulator, user: UserRef): Promise<string> {
  await transportTo(simulator)(sendRecoveryCode, user);
  simulator.ledger.clear();
  return lastCode(simulator, user.userId);
}

/** The code in the last mail. @param userId default: to whomever */
export function lastCode(simulator: Simulator, userId?: string): string {
  const mail = simulator.mail.list(userId).at(-1);
  if (mail === undefined) {
    throw new Error("No mail was sent.");
  }
  return mail.code;
}
