import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { readPolicyFields } from "../password-policies/read-policy-fields";
import { replacePolicy } from "../password-policies/save-policy";
import { requirePolicy } from "../state/environment";
import { passwordPolicyView } from "../views/password-policy-view";
import { readBoolean, requireObject } from "../wire/json-body";

/** Replaces a password policy; rules left out are no longer enforced. */
export const updatePasswordPolicy: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const current = requirePolicy(environment, requireParam(request, "passwordPolicyId"));
  const body = requireObject(request.body);
  const policy = replacePolicy(environment, current, readPolicyFields(body), {
    isDefault: readBoolean(body, "default") ?? false,
    now: context.clock.now(),
  });
  return { status: 200, body: passwordPolicyView(request.origin, environment, policy) };
};
