import { recordChange } from "../activities/record-change";
import type { Operation } from "../operation";
import { answerState, refuseExternal, requirePasswordSubject } from "../password/password-operation";
import { replacePassword } from "../password/replace-password";
import { readOwnReset, resetOwnPassword } from "../password/reset-own-password";
import { requireReadable } from "../password/write-password";
import { forgetMfaFailures } from "../state/mfa";
import { requireObject, requireText } from "../wire/json-body";

/**
 * With a worker's token the administrator's reset: no policy, MUST_CHANGE_PASSWORD, `currentPassword` is not looked at.
 * With the user's own token the user's own change: held to the policy, OK.
 */
export const resetPassword: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  const { user, record, policy, now } = subject;
  const body = requireObject(request.body);
  // Such a token has passed for the user of the path only: whoever comes with one changes the own password.
  if (request.actor?.type === "USER") {
    const reset = readOwnReset(body, record.stored !== undefined);
    resetOwnPassword(context, subject, reset, request.actor);
    return answerState(request, subject);
  }
  const newPassword = requireText(body, "newPassword");
  refuseExternal(subject);
  requireReadable(newPassword, "newPassword");
  recordChange(context, subject, "PASSWORD.RESET", request.actor, () => {
    replacePassword(record, policy, newPassword, { mustChange: true, now });
    forgetMfaFailures(user.mfa);
  });
  return answerState(request, subject);
};
