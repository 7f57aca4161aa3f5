import type { Actor } from "../activities/actor";
import { recordChange } from "../activities/record-change";
import { InvalidDataError, invalidValue } from "../errors";
import type { OperationContext } from "../operation";
import { readText, requireText } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";
import { refuseExternal } from "./password-operation";
import type { PasswordSubject } from "./password-operation";
import { refuseLocked } from "./refuse-locked";
import { refuseYoung } from "./refuse-young";
import { replacePassword } from "./replace-password";
import { matchesStored } from "./stored-value";
import { requireAcceptable } from "./write-password";

/** The body of a change that users make themselves; `currentPassword` is needed where there is a password. */
export type OwnReset = { readonly currentPassword: string | undefined; readonly newPassword: string };

/** Reads the body. @param isCurrentRequired whether `currentPassword` has to be there */
export function readOwnReset(body: JsonObject, isCurrentRequired: boolean): OwnReset {
  const read = isCurrentRequired ? requireText : readText;
  return { currentPassword: read(body, "currentPassword"), newPassword: requireText(body, "newPassword") };
}

/**
 * The user's own change, held to the whole policy: OK afterwards. A wrong current password counts no failure.
 * @throws ApiError when it is locked out, wrong, too young or the policy is not met
 */
export function resetOwnPassword(
  context: OperationContext,
  subject: PasswordSubject,
  { currentPassword, newPassword }: OwnReset,
  actor: Actor | undefined,
): void {
  const { record, policy, now } = subject;
  refuseExternal(subject);
  refuseLocked(subject);
  if (record.stored !== undefined && !matchesStored(record.stored, currentPassword ?? "")) {
    throw new InvalidDataError(
      invalidValue("currentPassword", "The current password provided for the user is invalid"),
    );
  }
  refuseYoung(subject);
  // Without a password there is none to compare with, whatever the body says.
  const currentValue = record.stored === undefined ? undefined : currentPassword;
  requireAcceptable(subject, newPassword, "newPassword", currentValue);
  recordChange(context, subject, "PASSWORD.RESET", actor, () => {
    replacePassword(record, policy, newPassword, { mustChange: false, now });
  });
}
