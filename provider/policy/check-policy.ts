import type { PasswordPolicy } from "../operations";
import { excludesProfileData } from "./excludes-profile-data";
import { length } from "./length";
import { maxRepeatedCharacters } from "./max-repeated-characters";
import { minCharacters } from "./min-characters";
import { minComplexity } from "./min-complexity";
import { minUniqueCharacters } from "./min-unique-characters";
import type { Candidate, PolicyRule, Unmet } from "./policy-rule";
import { sequences } from "./sequences";

const RULES: readonly PolicyRule[] = [
  length,
  minCharacters,
  maxRepeatedCharacters,
  minUniqueCharacters,
  excludesProfileData,
  minComplexity,
  sequences,
];

/** Every rule of a policy that a password does not meet. */
export function checkPolicy(policy: PasswordPolicy, candidate: Candidate): readonly Unmet[] {
  return RULES.flatMap((rule) => rule(policy, candidate));
}

/** What of a policy only PingOne can check, in words. */
export function serversOwn(
  policy: PasswordPolicy,
  { profile }: Pick<Candidate, "profile"> = {},
): readonly string[] {
  return [
    ...(policy.history === undefined ? [] : ["the password history"]),
    ...(policy.excludesCommonlyUsed === true ? ["PingOne's list of common passwords"] : []),
    ...(policy.excludesProfileData === true && profile === undefined ? ["the user's profile data"] : []),
  ];
}
