import type { PasswordPolicy } from "../operations";

/** Where the policy names no classes: letters, digits, and characters that a POSIX shell takes as they are. */
const DEFAULT_CLASSES: readonly string[] = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789",
  "-_=+.,:@%^",
];

/** Taken for one another in print and by ear. */
const AMBIGUOUS = /[0O1lI|5S8B2Z.,:;`'"]/g;

/**
 * The characters a password of a length is drawn from, by class, and how many of each it has at least: one of those that the policy
 * does not ask for, as far as there is room.
 */
export function characterClasses(
  { minCharacters = {} }: PasswordPolicy,
  length: number,
): { members: string; needed: number }[] {
  const asked = Object.entries(minCharacters);
  const named = asked.map(([members, needed]) => ({ members: plain(members), needed: whole(needed) }));
  const others = DEFAULT_CLASSES.filter((members) => !asked.some(([own]) => overlaps(own, members)));
  const room = length - needsOf(minCharacters);
  return [...named, ...others.map((members, index) => ({ members, needed: index < room ? 1 : 0 }))];
}

/** Characters that a policy's classes ask for in all. */
export function needsOf(minCharacters: Readonly<Record<string, number>> = {}): number {
  return Object.values(minCharacters).reduce((sum, needed) => sum + whole(needed), 0);
}

/** What cannot be had fewer of than none, nor in parts, whatever a policy says. */
function whole(needed: number): number {
  return Math.max(0, Math.ceil(needed));
}

/** The characters of a class without those that are hard to tell apart. */
export function withoutAmbiguous(members: string): string {
  return members.replace(AMBIGUOUS, "");
}

/** Of special characters the harmless ones do, where the class has some. */
function plain(members: string): string {
  const harmless = Array.from(members).filter(
    (character) => /[A-Za-z0-9]/.test(character) || isHarmless(character),
  );
  return harmless.length > 0 ? harmless.join("") : members;
}

function isHarmless(character: string): boolean {
  return DEFAULT_CLASSES.some((members) => members.includes(character));
}

function overlaps(one: string, other: string): boolean {
  return Array.from(one).some((character) => other.includes(character));
}
