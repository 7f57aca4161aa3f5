import type { PasswordPolicyFields } from "../../../simulator/state/password-policy";
import type { RuleSubject } from "../../../simulator/policy/policy-rule";

/** A new password under a policy that enforces nothing but the rules given. */
export function subject(
  value: string,
  rules: Partial<PasswordPolicyFields>,
  rest: Partial<RuleSubject> = {},
): RuleSubject {
  const nothing = { excludesProfileData: false, excludesCommonlyUsed: false, notSimilarToCurrent: false };
  const policy = { name: "Own", ...nothing, ...rules };
  const attributes = { username: "alice" };
  const old = { current: undefined, currentValue: undefined, history: [] };
  return { value, policy, ...old, attributes, now: 0, ...rest };
}
