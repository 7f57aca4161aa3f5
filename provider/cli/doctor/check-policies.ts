import type { PasswordPolicy, Population } from "../../operations";
import { describePolicy } from "../../policy";
import { quoted } from "../../quoted";
import { type Finding, ok, warning } from "./finding";

/** Populations that are named. */
const FEW = 5;

/** The environment's default policy in words, and the populations that have another one. */
export function checkPolicies(
  policies: readonly PasswordPolicy[] = [],
  populations: readonly Population[] = [],
): readonly Finding[] {
  if (policies.length === 0) {
    return [];
  }
  const standard = policies.find((policy) => policy.default === true);
  const finding =
    standard === undefined
      ? warning(
          "policy",
          "the environment names no default password policy.",
          "Values of users whose population has no policy of its own are not checked at preview.",
        )
      : ok("policy", `${nameOf(standard)}, the default: ${describePolicy(standard).join("; ")}.`);
  const others = populations.filter(
    ({ passwordPolicyId }) => passwordPolicyId !== undefined && passwordPolicyId !== standard?.id,
  );
  return others.length === 0 ? [finding] : [finding, ok("policies", describeOthers(others, policies))];
}

function describeOthers(others: readonly Population[], policies: readonly PasswordPolicy[]): string {
  const pairs = others.slice(0, FEW).map(({ name, id, passwordPolicyId }) => {
    const policy = policies.find((one) => one.id === passwordPolicyId);
    return `${quoted(name ?? id)} has ${policy === undefined ? "one that is not listed" : nameOf(policy)}`;
  });
  const rest = others.length > FEW ? `, and ${others.length - FEW} more populations have another` : "";
  return `the population ${pairs.join(", the population ")}${rest}.`;
}

function nameOf({ name, id }: PasswordPolicy): string {
  return quoted(name ?? id);
}
