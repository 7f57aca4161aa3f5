import { recordChange } from "../activities/record-change";
import type { Operation } from "../operation";
import { clearLockout } from "../password/lockout";
import {
  answerState,
  noPassword,
  refuseExternal,
  requirePasswordSubject,
} from "../password/password-operation";
import { forgetMfaFailures } from "../state/mfa";

/** Makes the user change the password at the next sign-on; the value stays, a lockout ends. */
export const forcePasswordChange: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  refuseExternal(subject);
  const { record, user } = subject;
  if (record.stored === undefined) throw noPassword();
  recordChange(context, subject, "PASSWORD.FORCE_CHANGE", request.actor, () => {
    record.mustChange = true;
    clearLockout(record);
    forgetMfaFailures(user.mfa);
  });
  return answerState(request, subject);
};
