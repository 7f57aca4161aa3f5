import { InvalidDataError, invalidValue } from "../errors";
import { delegatePassword, replacePassword } from "../password/replace-password";
import { requireAcceptable } from "../password/write-password";
import type { PasswordPolicyFields } from "../state/password-policy";
import type { LifecycleStatus, User, UserAttributes } from "../state/user";
import { readBoolean, readObject, readText } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";

/** What only an import may set, read and checked before the user exists. */
export type ImportedAttributes = {
  readonly emailVerified: boolean;
  readonly lifecycleStatus: LifecycleStatus;
  readonly password: { readonly value: string | undefined; readonly mustChange: boolean };
  readonly gateway: JsonObject | undefined;
};

/** Holds a clear text password to the policy of the population the user will be in. */
export function readImportedAttributes(
  body: JsonObject,
  attributes: UserAttributes,
  policy: PasswordPolicyFields,
  now: number,
): ImportedAttributes {
  const password = readObject(body, "password") ?? {};
  const value = readText(password, "value", "password.value");
  const external = readObject(password, "external", "password.external") ?? {};
  const gateway = readObject(external, "gateway", "password.external.gateway");
  if (value !== undefined && gateway === undefined) {
    const record = { stored: undefined, history: [] };
    requireAcceptable({ user: { attributes }, record, policy, now }, value, "password");
  }
  return {
    emailVerified: readBoolean(body, "emailVerified") ?? false,
    lifecycleStatus: readLifecycleStatus(body),
    password: { value, mustChange: readBoolean(password, "forceChange", "password.forceChange") ?? false },
    gateway,
  };
}

/** Gives a user who was just added what the import said. */
export function applyImportedAttributes(
  user: User,
  imported: ImportedAttributes,
  policy: PasswordPolicyFields,
  now: number,
): void {
  user.emailVerified = imported.emailVerified;
  user.lifecycleStatus = imported.lifecycleStatus;
  const { value, mustChange } = imported.password;
  if (imported.gateway !== undefined) delegatePassword(user.password, policy, imported.gateway, now);
  else if (value !== undefined) replacePassword(user.password, policy, value, { mustChange, now });
}

function readLifecycleStatus(body: JsonObject): LifecycleStatus {
  const lifecycle = readObject(body, "lifecycle") ?? {};
  const status = readText(lifecycle, "status", "lifecycle.status") ?? "ACCOUNT_OK";
  if (status === "ACCOUNT_OK" || status === "VERIFICATION_REQUIRED") return status;
  const allowedValues = ["ACCOUNT_OK", "VERIFICATION_REQUIRED"];
  throw new InvalidDataError(invalidValue("lifecycle.status", "is not an allowed value", { allowedValues }));
}
