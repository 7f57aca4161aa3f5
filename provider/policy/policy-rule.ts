import type { PasswordPolicy } from "../operations";

/** What a rule looks at. */
export type Candidate = {
  readonly password: string;
  /** Values of the user's attributes, where they are known. */
  readonly profile?: readonly string[] | undefined;
};

/** A rule that a password does not meet. */
export type Unmet = {
  /** PingOne's name of the rule. */
  readonly rule: string;
  /** What a person can act on, and nothing of the password. */
  readonly text: string;
  /** False where the documentation leaves open how PingOne reads the rule: then it warns. */
  readonly isCertain: boolean;
};

/** One rule of a password policy: what of it is not met, none when it is or the policy does not have it. */
export type PolicyRule = (policy: PasswordPolicy, candidate: Candidate) => readonly Unmet[];

/** `1 digit`, `2 digits`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
