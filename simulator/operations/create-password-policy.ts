import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { readPolicyFields } from "../password-policies/read-policy-fields";
import { addPolicy } from "../password-policies/save-policy";
import { passwordPolicyView } from "../views/password-policy-view";
import { readBoolean, requireObject } from "../wire/json-body";

/** Creates a password policy; `default: true` takes that place from the one that had it. */
export const createPasswordPolicy: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const body = requireObject(request.body);
  const policy = addPolicy(environment, readPolicyFields(body), {
    isDefault: readBoolean(body, "default") ?? false,
    now: context.clock.now(),
  });
  return { status: 201, body: passwordPolicyView(request.origin, environment, policy) };
};
