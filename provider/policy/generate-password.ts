import { randomInt } from "node:crypto";
import type { PasswordPolicy } from "../operations";
import { checkPolicy } from "./check-policy";
import { characterClasses, needsOf, withoutAmbiguous } from "./alphabet";

/** What a generated password is to be like, apart from the policy. */
export type Recipe = {
  /** Characters. @default 24, or what the policy asks for where that is more, or its maximum where that is less */
  readonly length?: number | undefined;
  /** `ambiguous`: none of the characters that are taken for one another. */
  readonly avoid?: "ambiguous" | undefined;
};

/** Tries before a policy counts as impossible to meet by chance; a usual one takes one or two. */
const TRIES = 2_000;

const LENGTH = 24;

/** PingOne's passwords have 255 characters at most. */
const LONGEST = 255;

/** What most policies ask for beside classes, for where the user's cannot be read. */
const USUAL: PasswordPolicy = { id: "usual", maxRepeatedCharacters: 2, minUniqueCharacters: 5 };

/**
 * Makes a password that meets a policy, from a cryptographic source.
 * @returns undefined when the length and the policy leave none to be found
 */
export function generatePassword(
  policy: PasswordPolicy,
  recipe: Recipe,
  random: (below: number) => number = randomInt,
): string | undefined {
  const length = recipe.length ?? usualLength(policy);
  const classes = characterClasses(policy, length).map(({ members, needed }) => ({
    members: recipe.avoid === "ambiguous" ? withoutAmbiguous(members) : members,
    needed,
  }));
  const needed = classes.reduce((sum, { needed: some }) => sum + some, 0);
  if (needed > length || length > LONGEST || classes.some(({ members }) => members.length === 0)) {
    return undefined;
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const password = draw(classes, length, random);
    // Rules whose reading is not certain are met as well: a generated password has no reason to be near a limit.
    if ([policy, USUAL].every((rules) => checkPolicy(rules, { password }).length === 0)) {
      return password;
    }
  }
  return undefined;
}

function usualLength({ length, minCharacters, minUniqueCharacters = 0 }: PasswordPolicy): number {
  // Twice as many as have to differ: that so many drawn by chance are all different is rare.
  const least = Math.max(LENGTH, length?.min ?? 0, needsOf(minCharacters), 2 * minUniqueCharacters);
  return Math.min(least, length?.max ?? least);
}

type Class = { readonly members: string; readonly needed: number };

function draw(classes: readonly Class[], length: number, random: (below: number) => number): string {
  const pick = (from: string) => from.charAt(random(from.length));
  const all = classes.map(({ members }) => members).join("");
  const characters = classes.flatMap(({ members, needed }) =>
    Array.from({ length: needed }, () => pick(members)),
  );
  while (characters.length < length) {
    characters.push(pick(all));
  }
  return shuffle(characters, random).join("");
}

/** Every order is as likely as any other. */
function shuffle(characters: readonly string[], random: (below: number) => number): string[] {
  const left = [...characters];
  const shuffled: string[] = [];
  while (left.length > 0) {
    shuffled.push(...left.splice(random(left.length), 1));
  }
  return shuffled;
}
