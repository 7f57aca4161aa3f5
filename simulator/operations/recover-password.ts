import type { Operation } from "../operation";
import { answerState, requirePasswordSubject } from "../password/password-operation";
import { recoverPassword as recover } from "../recovery/recover-password";
import { requireObject, requireText } from "../wire/json-body";

/** Sets a new password for the code that was mailed. */
export const recoverPassword: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  const body = requireObject(request.body);
  const recoveryCode = requireText(body, "recoveryCode");
  const newPassword = requireText(body, "newPassword");
  recover(context, subject, { recoveryCode, newPassword }, request.actor);
  return answerState(request, subject);
};
