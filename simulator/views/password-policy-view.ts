import type { Environment } from "../state/environment";
import type { PasswordPolicy } from "../state/password-policy";
import { environmentLink, passwordPolicyLink } from "../wire/links";

/** A password policy as the API answers it. */
export function passwordPolicyView(origin: string, environment: Environment, policy: PasswordPolicy): object {
  const populations = [...environment.populations.values()].filter(
    (population) => population.passwordPolicyId === policy.id,
  );
  return {
    _links: {
      self: passwordPolicyLink(origin, environment.id, policy.id),
      environment: environmentLink(origin, environment.id),
    },
    id: policy.id,
    environment: { id: environment.id },
    ...policy.fields,
    default: policy.isDefault,
    populationCount: populations.length,
    createdAt: new Date(policy.createdAt).toISOString(),
    updatedAt: new Date(policy.updatedAt).toISOString(),
  };
}
