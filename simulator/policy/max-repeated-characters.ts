import type { PolicyRule } from "./policy-rule";

/** `maxRepeatedCharacters`: the longest run of one character; `a` and `A` differ. */
export const maxRepeatedCharacters: PolicyRule = ({ value, policy }) => {
  const max = policy.maxRepeatedCharacters;
  if (max === undefined || longestRun(value) <= max) return [];
  return [
    `The provided password is not acceptable because it contains a character repeated more than ${max} times in a row`,
  ];
};

function longestRun(value: string): number {
  let longest = 0;
  let run = 0;
  let previous: string | undefined;
  for (const character of value) {
    run = character === previous ? run + 1 : 1;
    longest = Math.max(longest, run);
    previous = character;
  }
  return longest;
}
