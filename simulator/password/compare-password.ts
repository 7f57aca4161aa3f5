import { recordChange } from "../activities/record-change";
import type { OperationContext } from "../operation";
import { clearLockout, countFailure } from "./lockout";
import type { PasswordSubject } from "./password-operation";
import { refuseLocked } from "./refuse-locked";
import { matchesStored } from "./stored-value";
import type { StoredValue } from "./stored-value";

/** What came of a comparison; without `failuresRemaining` the policy has no lockout. */
export type Comparison =
  { readonly isMatch: true } | { readonly isMatch: false; readonly failuresRemaining: number | undefined };

/**
 * Compares a password: a wrong one counts towards the lockout, a right one starts afresh.
 * The activities of both name no actor, as recorded.
 * @throws RequestFailedError while the password is locked out
 */
export function comparePassword(
  context: OperationContext,
  subject: PasswordSubject,
  stored: StoredValue,
  value: string,
): Comparison {
  const { record, policy, now } = subject;
  refuseLocked(subject);
  // A lock whose time is over takes its failures with it.
  if (record.lock !== undefined) clearLockout(record);
  if (!matchesStored(stored, value)) {
    const failuresRemaining = recordChange(context, subject, "PASSWORD.CHECK_FAILED", undefined, () =>
      countFailure(record, policy, value, now),
    );
    return { isMatch: false, failuresRemaining };
  }
  recordChange(context, subject, "PASSWORD.CHECK_SUCCEEDED", undefined, () => {
    clearLockout(record);
  });
  return { isMatch: true };
}
