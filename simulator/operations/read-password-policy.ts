import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requirePolicy } from "../state/environment";
import { passwordPolicyView } from "../views/password-policy-view";

/** Answers one password policy. */
export const readPasswordPolicy: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const policy = requirePolicy(environment, requireParam(request, "passwordPolicyId"));
  return { status: 200, body: passwordPolicyView(request.origin, environment, policy) };
};
