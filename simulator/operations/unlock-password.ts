import { recordChange } from "../activities/record-change";
import type { Operation } from "../operation";
import { clearLockout } from "../password/lockout";
import { answerState, requirePasswordSubject } from "../password/password-operation";
import { forgetMfaFailures } from "../state/mfa";

/** Ends a password lockout; the status is again the one before it. Without a lockout only the activity is new. */
export const unlockPassword: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  recordChange(context, subject, "PASSWORD.UNLOCKED", request.actor, () => {
    clearLockout(subject.record);
    forgetMfaFailures(subject.user.mfa);
  });
  return answerState(request, subject);
};
