import type { Operation } from "../transport";
import { parsePasswordPolicy, type PasswordPolicy } from "./password-policy";
import { environmentPath } from "./user-ref";

/**
 * Reads a password policy of an environment. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/password-policies/index.html
 */
export const readPasswordPolicy: Operation<
  { readonly environmentId: string; readonly policyId: string },
  PasswordPolicy
> = {
  name: "readPasswordPolicy",
  method: "GET",
  path: ({ environmentId, policyId }) => environmentPath(environmentId, "passwordPolicies", policyId),
  repeatable: true,
  parse: parsePasswordPolicy,
};
