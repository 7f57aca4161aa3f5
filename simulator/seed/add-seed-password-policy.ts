import { readPolicyFields } from "../password-policies/read-policy-fields";
import { addPolicy, replacePolicy } from "../password-policies/save-policy";
import type { Environment } from "../state/environment";
import type { PasswordPolicy } from "../state/password-policy";
import type { SeedPasswordPolicy } from "./seed";
import { SeedError, namingEntry } from "./seed-error";

/** Adds a password policy. @param where how an error names the entry @throws SeedError */
export function addSeedPasswordPolicy(
  environment: Environment,
  entry: SeedPasswordPolicy,
  where: string,
  now: number,
): PasswordPolicy {
  const { id } = entry;
  if (id !== undefined && environment.passwordPolicies.has(id))
    throw new SeedError(
      `${where}.id`,
      "is used twice",
      "Give each password policy an id and a name of its own",
    );
  return namingEntry(where, () => {
    const fields = readPolicyFields(withBooleans(entry));
    return addPolicy(environment, fields, { id, isDefault: entry.default ?? false, now });
  });
}

/** Rules to change; `null` means that the rule is no longer enforced. */
export type PasswordPolicyChanges = {
  readonly [field in keyof SeedPasswordPolicy]?: SeedPasswordPolicy[field] | null;
};

/** Changes the rules given and keeps the others. @throws SeedError */
export function changeSeedPasswordPolicy(
  environment: Environment,
  current: PasswordPolicy,
  changes: PasswordPolicyChanges,
  now: number,
): PasswordPolicy {
  return namingEntry("passwordPolicy", () => {
    const fields = readPolicyFields({ ...current.fields, ...changes });
    return replacePolicy(environment, current, fields, { isDefault: changes.default ?? false, now });
  });
}

function withBooleans(entry: SeedPasswordPolicy): Readonly<Record<string, unknown>> {
  return { excludesProfileData: false, excludesCommonlyUsed: false, notSimilarToCurrent: false, ...entry };
}
