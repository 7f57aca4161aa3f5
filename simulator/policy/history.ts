import { isVerifiable, matchesStored } from "../password/stored-value";
import type { StoredValue } from "../password/stored-value";
import type { PolicyRule, RuleSubject } from "./policy-rule";

const DAY = 24 * 60 * 60 * 1000;

/** `history`: not the current password, whatever the policy says, and none of those it remembers. */
export const history: PolicyRule = (subject) => {
  const candidates = [subject.current, ...rememberedPasswords(subject)];
  const isKnown = candidates.some(
    // A value encoded in a scheme that cannot be verified here can never be recognised.
    (stored) => stored !== undefined && isVerifiable(stored) && matchesStored(stored, subject.value),
  );
  return isKnown
    ? [
        "The provided new password cannot be the same as the current password or any password in the password history.",
      ]
    : [];
};

function rememberedPasswords({ policy, history, now }: RuleSubject): StoredValue[] {
  if (policy.history === undefined) return [];
  const { count, retentionDays } = policy.history;
  return history
    .slice(0, count)
    .filter(({ replacedAt }) => now - replacedAt <= retentionDays * DAY)
    .map(({ stored }) => stored);
}
