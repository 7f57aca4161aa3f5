import { randomUUID } from "node:crypto";
import { InvalidDataError } from "../errors";
import type { Environment } from "../state/environment";
import type { PasswordPolicy, PasswordPolicyFields } from "../state/password-policy";

/** Adds a policy. @throws InvalidDataError when its name is in use */
export function addPolicy(
  environment: Environment,
  fields: PasswordPolicyFields,
  options: { readonly id?: string | undefined; readonly isDefault: boolean; readonly now: number },
): PasswordPolicy {
  const { id = randomUUID(), isDefault, now } = options;
  return savePolicy(environment, { id, fields, isDefault, createdAt: now, updatedAt: now });
}

/** Replaces a policy's fields. The default one stays the default until another takes over. */
export function replacePolicy(
  environment: Environment,
  current: PasswordPolicy,
  fields: PasswordPolicyFields,
  options: { readonly isDefault: boolean; readonly now: number },
): PasswordPolicy {
  const isDefault = options.isDefault || current.isDefault;
  return savePolicy(environment, { ...current, fields, isDefault, updatedAt: options.now });
}

function savePolicy(environment: Environment, policy: PasswordPolicy): PasswordPolicy {
  const { passwordPolicies } = environment;
  const others = [...passwordPolicies.values()].filter((other) => other.id !== policy.id);
  if (others.some((other) => other.fields.name === policy.fields.name)) {
    throw new InvalidDataError({
      code: "UNIQUENESS_VIOLATION",
      target: "name",
      message: "is unique but a non-unique value is provided",
    });
  }
  for (const other of others) {
    if (policy.isDefault && other.isDefault) passwordPolicies.set(other.id, { ...other, isDefault: false });
  }
  passwordPolicies.set(policy.id, policy);
  return policy;
}
