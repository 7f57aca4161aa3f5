import type { Actor } from "../activities/actor";
import { recordChange } from "../activities/record-change";
import type { OperationContext } from "../operation";
import { currentLock } from "../password/lockout";
import { refuseExternal } from "../password/password-operation";
import type { PasswordSubject } from "../password/password-operation";
import { replacePassword } from "../password/replace-password";
import { requireAcceptable } from "../password/write-password";
import { isLocked } from "../state/lock";
import { forgetMfaFailures } from "../state/mfa";
import { accountNotUsable } from "./account-not-usable";
import { requireRecoveryCode } from "./recovery-code";

/**
 * Sets a new password, held to the policy, for the code that was mailed; a password lockout ends, other locks stay.
 * The code is used up by success only: a password the policy refuses leaves it as it is.
 * @throws ApiError when the account is not usable, the code is wrong or the policy is not met
 */
export function recoverPassword(
  context: OperationContext,
  subject: PasswordSubject,
  { recoveryCode, newPassword }: { readonly recoveryCode: string; readonly newPassword: string },
  actor?: Actor,
): void {
  const { user, record, policy, now } = subject;
  refuseExternal(subject);
  if (!mayRecover(subject)) throw accountNotUsable();
  requireRecoveryCode(user.recoveryCode, recoveryCode, now);
  requireAcceptable(subject, newPassword, "newPassword");
  recordChange(context, subject, "PASSWORD.RECOVERY", actor, () => {
    user.recoveryCode = undefined;
    replacePassword(record, policy, newPassword, { mustChange: false, now });
    forgetMfaFailures(user.mfa);
  });
}

/** A lockout of the password is no obstacle, whatever else is locked; without one any other lock is. */
function mayRecover({ user, record, now }: PasswordSubject): boolean {
  return user.enabled && (currentLock(record, now) !== undefined || !isLocked(user, now));
}
