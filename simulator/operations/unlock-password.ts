import type { Operation } from "../operation";
import { clearLockout } from "../password/lockout";
import { answerState, requirePasswordSubject } from "../password/password-operation";

/** Ends a password lockout; the status is again the one before it. Without a lockout nothing changes. */
export const unlockPassword: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  clearLockout(subject.record);
  return answerState(request, subject);
};
