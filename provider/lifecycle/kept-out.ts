import { PingOneError } from "../errors";
import { operations, type User, type UserRef } from "../operations";
import type { Send } from "../transport";
import type { Report } from "./lifecycle";

/**
 * What keeps a user from signing on whatever the password is, and what lifts it; undefined when nothing does.
 * @param user read while the password is not locked out, which PingOne would show as a locked account as well
 */
export function whatKeepsOut({ enabled, account }: User): string | undefined {
  if (!enabled) {
    return "The user is disabled: enable it in PingOne, or leave it out of the program.";
  }
  return account.status === "LOCKED"
    ? 'The account is locked, by an administrator or by MFA: unlock it with a PasswordUnlock with scope: "account", or in PingOne, which alone lifts a lock by MFA.'
    : undefined;
}

/** PingOne takes a password for users who cannot sign on with it. A user who cannot be read is no reason to fail a set that is done. */
export async function warnIfKeptOut(send: Send, ref: UserRef, report: Report): Promise<void> {
  try {
    const reason = whatKeepsOut(await send(operations.readUser, ref));
    if (reason !== undefined) {
      report.warn(`The password is set, but nobody can sign on with it. ${reason}`);
    }
  } catch (error) {
    if (!(error instanceof PingOneError)) {
      throw error;
    }
  }
}
