import { PingOneError } from "../errors";
import type { User, UserRef } from "../operations";
import type { Report } from "./lifecycle";
import type { RunReads } from "./run-reads";

const DISABLED = "The user is disabled: enable it in PingOne, or leave it out of the program.";

/**
 * What keeps a user from signing on whatever the password is, and what lifts it; undefined when nothing does.
 * @param user read while the password is not locked out, which PingOne would show as a locked account as well
 */
export function whatKeepsOut({ enabled, account }: User): string | undefined {
  if (!enabled) {
    return DISABLED;
  }
  return account.status === "LOCKED"
    ? 'The account is locked, by an administrator or by MFA: unlock it with a PasswordUnlock with scope: "account", or in PingOne, which alone lifts a lock by MFA.'
    : undefined;
}

/**
 * PingOne takes a password for a user who is disabled. All of them are asked for once in a run: a look at each user would double the
 * calls of a set. A list that cannot be had is no reason to fail a set that is done.
 */
export async function warnIfDisabled(reads: RunReads, user: UserRef, report: Report): Promise<void> {
  try {
    if ((await reads.disabledUsers(user.environmentId)).has(user.userId)) {
      report.warn(`The password is set, but nobody can sign on with it. ${DISABLED}`);
    }
  } catch (error) {
    if (!(error instanceof PingOneError)) {
      throw error;
    }
  }
}
