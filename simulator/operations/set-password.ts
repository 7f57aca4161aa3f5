import { recordChange } from "../activities/record-change";
import type { Operation } from "../operation";
import { answerState, requirePasswordSubject } from "../password/password-operation";
import { writePassword } from "../password/write-password";
import { requireObject } from "../wire/json-body";

/** Sets a password, held to the policy unless `bypassPolicy`; a lockout ends, an account lock stays. */
export const setPassword: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  const body = requireObject(request.body);
  recordChange(context, subject, "PASSWORD.SET", request.actor, () => {
    writePassword(subject, body);
  });
  return answerState(request, subject);
};
