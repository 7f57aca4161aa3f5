import { count, type PolicyRule } from "./policy-rule";

/** At least so many characters of each class, which the policy writes out. */
export const minCharacters: PolicyRule = ({ minCharacters: classes = {} }, { password }) => {
  const characters = Array.from(password);
  return Object.entries(classes).flatMap(([members, needed]) => {
    const missing = needed - characters.filter((character) => members.includes(character)).length;
    return missing > 0
      ? [
          {
            rule: "minCharacters",
            text: `needs ${count(missing, `more ${nameOfClass(members)}`)}`,
            isCertain: true,
          },
        ]
      : [];
  });
};

/** What a class of characters, written out, is called. */
export function nameOfClass(members: string): string {
  if (/^[A-Z]+$/.test(members)) {
    return "upper-case letter";
  }
  if (/^[a-z]+$/.test(members)) {
    return "lower-case letter";
  }
  return /^[0-9]+$/.test(members) ? "digit" : "special character";
}
