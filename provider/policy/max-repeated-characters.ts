import type { PolicyRule } from "./policy-rule";

/** No character more than so many times in a row. */
export const maxRepeatedCharacters: PolicyRule = ({ maxRepeatedCharacters: allowed }, { password }) => {
  const longest = longestRun(password);
  return allowed === undefined || longest <= allowed
    ? []
    : [
        {
          rule: "maxRepeatedCharacters",
          text: `repeats a character ${longest} times in a row (${allowed} allowed)`,
          isCertain: true,
        },
      ];
};

function longestRun(password: string): number {
  let longest = 0;
  let run = 0;
  let last: string | undefined;
  for (const character of password) {
    run = character === last ? run + 1 : 1;
    last = character;
    longest = Math.max(longest, run);
  }
  return longest;
}
