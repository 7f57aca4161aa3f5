import { RequestFailedError } from "../errors";
import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requirePolicy } from "../state/environment";

/** Deletes a password policy that is not the default one and that no population uses. */
export const deletePasswordPolicy: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const policy = requirePolicy(environment, requireParam(request, "passwordPolicyId"));
  if (policy.isDefault) {
    throw new RequestFailedError({
      code: "CONSTRAINT_VIOLATION",
      message: "Default Password Policy can not be deleted",
    });
  }
  const referencedValues = [...environment.populations.values()]
    .filter((population) => population.passwordPolicyId === policy.id)
    .map((population) => population.id);
  if (referencedValues.length > 0) {
    throw new RequestFailedError({
      code: "CONSTRAINT_VIOLATION",
      message: "Password Policy used by a population can not be deleted",
      innerError: { referencedValues },
    });
  }
  environment.passwordPolicies.delete(policy.id);
  return { status: 204 };
};
