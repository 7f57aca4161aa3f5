import { recordChange } from "../activities/record-change";
import type { Operation } from "../operation";
import { answerState, requirePasswordSubject } from "../password/password-operation";
import { unsetPassword } from "../password/replace-password";
import { writePassword } from "../password/write-password";
import { requireObject } from "../wire/json-body";

/** As setPassword; without `value` it takes the password away, and `forceChange` and `bypassPolicy` say nothing. */
export const setPasswordValue: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  const body = requireObject(request.body);
  const isUnset = body["value"] === undefined || body["value"] === null;
  recordChange(context, subject, isUnset ? "PASSWORD.UNSET" : "PASSWORD.SET", request.actor, () => {
    if (isUnset) unsetPassword(subject.record, subject.policy, subject.now);
    else writePassword(subject, body);
  });
  return answerState(request, subject);
};
