import { recordLockChange } from "../activities/record-change";
import type { OperationContext } from "../operation";
import { lockPassword } from "../password/lockout";
import { noPassword, refuseExternal } from "../password/password-operation";
import type { PasswordSubject } from "../password/password-operation";

/** Locks the password out as the last wrong check allowed does. @throws RequestFailedError without a password here */
export function lockOutPassword(context: OperationContext, subject: PasswordSubject): void {
  refuseExternal(subject);
  const { record, policy, now } = subject;
  if (record.stored === undefined) throw noPassword();
  // Nobody is named, as with wrong checks.
  recordLockChange(context, subject, undefined, () => {
    record.failureCount = policy.lockout?.failureCount ?? record.failureCount;
    lockPassword(record, policy, now);
  });
}
