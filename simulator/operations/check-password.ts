import { InvalidDataError, invalidValue } from "../errors";
import type { Operation } from "../operation";
import { comparePassword } from "../password/compare-password";
import {
  answerState,
  noPassword,
  refuseExternal,
  requirePasswordSubject,
} from "../password/password-operation";
import { requireObject, requireText } from "../wire/json-body";

/** Compares a password with the stored one; a wrong one counts towards the lockout, a right one starts afresh. */
export const checkPassword: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  const value = requireText(requireObject(request.body), "password");
  refuseExternal(subject);
  const { stored } = subject.record;
  if (stored === undefined) throw noPassword();
  const comparison = comparePassword(context, subject, stored, value);
  if (comparison.isMatch) return answerState(request, subject);
  const { failuresRemaining } = comparison;
  throw new InvalidDataError(
    invalidValue(
      "password",
      "The provided password did not match provisioned password",
      failuresRemaining === undefined ? undefined : { failuresRemaining },
    ),
  );
};
