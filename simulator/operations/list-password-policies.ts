import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { passwordPolicyView } from "../views/password-policy-view";
import { childLink } from "../wire/links";

/** Lists all password policies of an environment on one page. */
export const listPasswordPolicies: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const passwordPolicies = [...environment.passwordPolicies.values()].map((policy) =>
    passwordPolicyView(request.origin, environment, policy),
  );
  const _links = { self: childLink(request.origin, environment.id, "passwordPolicies") };
  const { length } = passwordPolicies;
  return { status: 200, body: { _links, _embedded: { passwordPolicies }, count: length, size: length } };
};
