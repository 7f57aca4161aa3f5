import { PingOneResponseError } from "../errors";
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
  parse(body) {
    const policy = parsePasswordPolicy(body);
    if (policy === undefined) {
      throw new PingOneResponseError(
        "PingOne's answer is no password policy. Check the API URL or region, then run the command again.",
      );
    }
    return policy;
  },
};
