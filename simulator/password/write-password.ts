import { InvalidDataError, invalidValue } from "../errors";
import { requirePolicyMet } from "../policy/check-policy";
import type { PasswordTarget } from "../policy/check-policy";
import type { PasswordPolicyFields } from "../state/password-policy";
import type { User } from "../state/user";
import { readBoolean, readObject, requireText } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";
import { refuseExternal } from "./password-operation";
import type { PasswordSubject } from "./password-operation";
import type { PasswordRecord } from "./password-record";
import { delegatePassword, replacePassword } from "./replace-password";
import { isPreEncoded, isWellFormed } from "./stored-value";

/** Carries out set and setValue: reads `value`, `forceChange`, `bypassPolicy` and `external` of the body. */
export function writePassword(subject: PasswordSubject, body: JsonObject): void {
  const value = requireText(body, "value");
  const mustChange = readBoolean(body, "forceChange") ?? false;
  const bypassPolicy = readBoolean(body, "bypassPolicy") ?? false;
  const gateway = readObject(readObject(body, "external") ?? {}, "gateway", "external.gateway");
  const { record, policy, now } = subject;
  if (gateway !== undefined) {
    delegatePassword(record, policy, gateway, now);
    return;
  }
  refuseExternal(subject);
  if (!bypassPolicy) requireAcceptable(subject, value, "password");
  else requireReadable(value, "password");
  replacePassword(record, policy, value, { mustChange, now });
}

/** What a new password is compared with. */
export type AcceptanceSubject = {
  readonly user: Pick<User, "attributes">;
  readonly record: Pick<PasswordRecord, "stored" | "history">;
  readonly policy: PasswordPolicyFields;
  readonly now: number;
};

/**
 * Holds clear text to the policy; a value encoded already is only looked at for its form.
 * @param currentValue the current password, where the caller gave it too
 */
export function requireAcceptable(
  { user, record, policy, now }: AcceptanceSubject,
  value: string,
  target: PasswordTarget,
  currentValue?: string,
): void {
  requireReadable(value, target);
  if (isPreEncoded(value)) return;
  const { attributes } = user;
  const { stored: current, history } = record;
  requirePolicyMet({ value, policy, current, currentValue, attributes, history, now }, target);
}

/** @throws InvalidDataError for a value that is encoded already, but wrongly */
export function requireReadable(value: string, target: PasswordTarget): void {
  if (isPreEncoded(value) && !isWellFormed(value)) {
    throw new InvalidDataError(invalidValue(target, "The encoded password is malformed"));
  }
}
