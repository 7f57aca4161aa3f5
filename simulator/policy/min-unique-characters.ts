import type { PolicyRule } from "./policy-rule";

/** `minUniqueCharacters`: how many different characters there must be; `a` and `A` differ. */
export const minUniqueCharacters: PolicyRule = ({ value, policy }) => {
  const min = policy.minUniqueCharacters;
  if (min === undefined || new Set(value).size >= min) return [];
  return [
    "The provided password does not contain enough unique characters.  " +
      `The minimum number of unique characters that may appear in a user password is ${min}`,
  ];
};
