import { isRecord, type Operation } from "../transport";
import { parsePasswordPolicy, type PasswordPolicy } from "./password-policy";
import { environmentPath } from "./user-ref";

/**
 * Reads the password policies of an environment; one of them is its default. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/password-policies/index.html
 */
export const listPasswordPolicies: Operation<{ readonly environmentId: string }, readonly PasswordPolicy[]> =
  {
    name: "listPasswordPolicies",
    method: "GET",
    path: ({ environmentId }) => environmentPath(environmentId, "passwordPolicies"),
    repeatable: true,
    parse: (body) => {
      const embedded = isRecord(body) ? body["_embedded"] : undefined;
      const found = isRecord(embedded) ? embedded["passwordPolicies"] : undefined;
      const policies = Array.isArray(found) ? found.map(parsePasswordPolicy) : [undefined];
      return policies.every((policy) => policy !== undefined) ? policies : undefined;
    },
  };
