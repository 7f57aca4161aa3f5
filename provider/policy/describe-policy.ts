import type { PasswordPolicy } from "../operations";
import { nameOfClass } from "./min-characters";
import { count } from "./policy-rule";
import { type SequenceRule, SEQUENCES } from "./sequences";

/** The rules of a policy in words, one text each: what a password has to be first, then what happens to it. */
export function describePolicy(policy: PasswordPolicy): readonly string[] {
  const { history, lockout, maxAgeDays, minAgeDays } = policy;
  return [
    ...describeShape(policy),
    ...(policy.excludesCommonlyUsed === true ? ["no commonly used password"] : []),
    ...(policy.excludesProfileData === true ? ["nothing of the user's profile"] : []),
    ...(policy.notSimilarToCurrent === true ? ["not similar to the current one"] : []),
    ...(history === undefined ? [] : [describeHistory(history)]),
    ...(minAgeDays === undefined ? [] : [`to be kept for ${count(minAgeDays, "day")}`]),
    ...(maxAgeDays === undefined ? [] : [`expires after ${count(maxAgeDays, "day")}`]),
    ...(lockout === undefined ? ["no lockout"] : [describeLockout(lockout)]),
  ];
}

function describeShape(policy: PasswordPolicy): string[] {
  const { length, minCharacters = {}, minUniqueCharacters, maxRepeatedCharacters, minComplexity } = policy;
  const classes = Object.entries(minCharacters)
    .filter(([, needed]) => needed > 0)
    .map(([members, needed]) => count(needed, nameOfClass(members)));
  return [
    ...(length === undefined ? [] : [`${length.min ?? 8} to ${length.max ?? 255} characters`]),
    ...(classes.length === 0 ? [] : [`at least ${classes.join(", ")}`]),
    ...(minUniqueCharacters === undefined
      ? []
      : [`at least ${count(minUniqueCharacters, "different character")}`]),
    ...(maxRepeatedCharacters === undefined
      ? []
      : [`no character more than ${count(maxRepeatedCharacters, "time")} in a row`]),
    ...(minComplexity === undefined ? [] : [`not to be guessed within ${count(minComplexity, "day")}`]),
    ...(Object.keys(SEQUENCES) as SequenceRule[]).flatMap((rule) => {
      const allowed = policy[rule]?.maxLength;
      return allowed === undefined ? [] : [`at most ${allowed} ${SEQUENCES[rule].name} in a row`];
    }),
  ];
}

function describeHistory({ count: kept, retentionDays }: NonNullable<PasswordPolicy["history"]>): string {
  const which = kept === undefined ? "an earlier one" : `one of the last ${kept}`;
  return `not ${which}${retentionDays === undefined ? "" : ` in ${count(retentionDays, "day")}`}`;
}

function describeLockout({ failureCount, durationSeconds }: NonNullable<PasswordPolicy["lockout"]>): string {
  const end =
    durationSeconds === undefined ? "until it is unlocked" : `for ${describeSeconds(durationSeconds)}`;
  return `locked ${end} after ${count(failureCount, "wrong password")}`;
}

/** `15 min`, `14 min 58 s`, `50 s`. */
export function describeSeconds(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [
    ...(minutes === 0 ? [] : [`${minutes} min`]),
    ...(rest === 0 && minutes > 0 ? [] : [`${rest} s`]),
  ].join(" ");
}
