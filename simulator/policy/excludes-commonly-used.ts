import { dictionary } from "@zxcvbn-ts/language-common";
import type { PolicyRule } from "./policy-rule";

let prohibited: ReadonlySet<string> | undefined;

/** `excludesCommonlyUsed`: not in the list of common passwords, in whatever case. */
export const excludesCommonlyUsed: PolicyRule = ({ value, policy }) => {
  if (!policy.excludesCommonlyUsed) return [];
  // Built at first use: most runs never need it.
  prohibited ??= new Set(dictionary["passwords-common"].map((word) => word.toLowerCase()));
  return prohibited.has(value.toLowerCase())
    ? ["The provided password (or a variant of that password) was found in a list of prohibited passwords"]
    : [];
};
