import { InvalidDataError, invalidValue } from "../errors";
import type { PolicyRule, RuleSubject } from "./policy-rule";
import { rules } from "./rules";

/** The field of the request that held the refused password. */
export type PasswordTarget = "password" | "newPassword";

const MESSAGES: Readonly<Record<PasswordTarget, string>> = {
  password: "User password did not satisfy password policy requirements",
  newPassword: "New password did not satisfy password policy requirements",
};

/** Holds a new password to its policy. @throws InvalidDataError that names every rule not met, never the value */
export function requirePolicyMet(subject: RuleSubject, target: PasswordTarget): void {
  const broken = Object.entries(rules).flatMap(([name, rule]) => breaks(name, rule, subject));
  if (broken.length === 0) return;
  // Several breaks of one rule share its first text.
  const texts = Object.fromEntries([...broken].reverse().map(({ name, text }) => [name, text]));
  const unsatisfiedRequirements = broken.map(({ name }) => name);
  throw new InvalidDataError(invalidValue(target, MESSAGES[target], { unsatisfiedRequirements, ...texts }));
}

function breaks(name: string, rule: PolicyRule, subject: RuleSubject): { name: string; text: string }[] {
  return rule(subject).map((text) => ({ name, text }));
}
