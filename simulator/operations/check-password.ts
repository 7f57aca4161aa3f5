import { InvalidDataError, invalidValue } from "../errors";
import type { Operation } from "../operation";
import { clearLockout, countFailure } from "../password/lockout";
import {
  answerState,
  noPassword,
  refuseExternal,
  requirePasswordSubject,
} from "../password/password-operation";
import { refuseLocked } from "../password/refuse-locked";
import { matchesStored } from "../password/stored-value";
import { requireObject, requireText } from "../wire/json-body";

/** Compares a password with the stored one; a wrong one counts towards the lockout, a right one starts afresh. */
export const checkPassword: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  const value = requireText(requireObject(request.body), "password");
  const { record, policy, now } = subject;
  refuseExternal(subject);
  if (record.stored === undefined) throw noPassword();
  refuseLocked(subject);
  // A lock whose time is over takes its failures with it.
  if (record.lock !== undefined) clearLockout(record);
  if (!matchesStored(record.stored, value)) {
    const failuresRemaining = countFailure(record, policy, value, now);
    throw new InvalidDataError(
      invalidValue(
        "password",
        "The provided password did not match provisioned password",
        failuresRemaining === undefined ? undefined : { failuresRemaining },
      ),
    );
  }
  clearLockout(record);
  return answerState(request, subject);
};
