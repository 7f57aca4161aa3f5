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
  return { value, policy, current: undefined, history: [], now: 0, ...rest };
}
