import { recordLockChange } from "../activities/record-change";
import { RequestFailedError } from "../errors";
import type { OperationContext } from "../operation";
import { clearLockout } from "../password/lockout";
import { noPassword, refuseExternal } from "../password/password-operation";
import type { PasswordSubject } from "../password/password-operation";
import { CONSOLE_ACTOR } from "./console-actor";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes the password older than its policy allows: PASSWORD_EXPIRED. What would hide that status, a lockout or a forced change, ends.
 * @throws RequestFailedError without a password here, or when the policy lets none expire
 */
export function expirePassword(context: OperationContext, subject: PasswordSubject): void {
  refuseExternal(subject);
  const { record, policy, now } = subject;
  if (record.stored === undefined) throw noPassword();
  const { maxAgeDays } = policy;
  if (maxAgeDays === undefined) throw neverExpires(policy.name);
  recordLockChange(context, subject, CONSOLE_ACTOR, () => {
    record.changedAt = Math.min(record.changedAt ?? now, now - maxAgeDays * DAY - 1);
    record.mustChange = false;
    clearLockout(record);
  });
}

function neverExpires(policy: string): RequestFailedError {
  return new RequestFailedError({
    code: "CONSTRAINT_VIOLATION",
    target: "maxAgeDays",
    message: `The password policy ${policy} has no maxAgeDays, so that its passwords never expire: give the policy one, or force a change instead`,
  });
}
