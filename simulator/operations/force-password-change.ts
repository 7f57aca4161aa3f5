import type { Operation } from "../operation";
import { clearLockout } from "../password/lockout";
import {
  answerState,
  noPassword,
  refuseExternal,
  requirePasswordSubject,
} from "../password/password-operation";

/** Makes the user change the password at the next sign-on; the value stays, a lockout ends. */
export const forcePasswordChange: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  refuseExternal(subject);
  if (subject.record.stored === undefined) throw noPassword();
  subject.record.mustChange = true;
  clearLockout(subject.record);
  return answerState(request, subject);
};
