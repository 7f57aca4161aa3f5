import { count, type PolicyRule } from "./policy-rule";

/** At least so many different characters. */
export const minUniqueCharacters: PolicyRule = ({ minUniqueCharacters: needed = 0 }, { password }) => {
  const missing = needed - new Set(password).size;
  return missing > 0
    ? [
        {
          rule: "minUniqueCharacters",
          text: `needs ${count(missing, "more different character")} (at least ${needed})`,
          isCertain: true,
        },
      ]
    : [];
};
