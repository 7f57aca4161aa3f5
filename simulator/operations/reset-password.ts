import { InvalidDataError, invalidValue } from "../errors";
import type { Operation } from "../operation";
import { refuseLocked } from "../password/refuse-locked";
import { answerState, refuseExternal, requirePasswordSubject } from "../password/password-operation";
import type { PasswordSubject } from "../password/password-operation";
import { replacePassword } from "../password/replace-password";
import { matchesStored } from "../password/stored-value";
import { requireAcceptable, requireReadable } from "../password/write-password";
import { readText, requireObject, requireText } from "../wire/json-body";

/**
 * With `newPassword` alone: the administrator's reset, no policy, MUST_CHANGE_PASSWORD.
 * With `currentPassword` too: the user's own change, held to the policy, OK.
 */
export const resetPassword: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  const body = requireObject(request.body);
  const newPassword = requireText(body, "newPassword");
  const currentPassword = readText(body, "currentPassword");
  refuseExternal(subject);
  if (currentPassword === undefined) requireReadable(newPassword, "newPassword");
  else requireSelfResetAllowed(subject, currentPassword, newPassword);
  const { record, policy, now } = subject;
  replacePassword(record, policy, newPassword, { mustChange: currentPassword === undefined, now });
  return answerState(request, subject);
};

function requireSelfResetAllowed(
  subject: PasswordSubject,
  currentPassword: string,
  newPassword: string,
): void {
  refuseLocked(subject);
  const { stored } = subject.record;
  if (stored !== undefined && !matchesStored(stored, currentPassword)) {
    throw new InvalidDataError(
      invalidValue("currentPassword", "The current password provided for the user is invalid"),
    );
  }
  requireAcceptable(subject, newPassword, "newPassword");
}
