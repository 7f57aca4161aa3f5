import { CHARACTER_CLASSES } from "../state/password-policy";
import type { CharacterClass } from "../state/password-policy";
import type { PolicyRule } from "./policy-rule";

/** `minCharacters`: so many of each class; every class that is short of it counts as one break. */
export const minCharacters: PolicyRule = ({ value, policy }) =>
  CHARACTER_CLASSES.flatMap((characterClass) => {
    const required = policy.minCharacters?.[characterClass] ?? 0;
    const present = Array.from(value).filter((character) => characterClass.includes(character)).length;
    return present < required ? [describe(characterClass, required)] : [];
  });

function describe(characterClass: CharacterClass, required: number): string {
  // PingOne prints the upper-case class from Z to A.
  const printed =
    characterClass === CHARACTER_CLASSES[0] ? Array.from(characterClass).reverse().join("") : characterClass;
  return (
    `The provided password did not contain enough characters from the character set '${printed}'.  ` +
    `The minimum number of characters from that set that must be present in user passwords is ${required}`
  );
}
