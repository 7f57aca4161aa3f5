import type { UserAttributes } from "../state/user";
import type { PolicyRule } from "./policy-rule";

/** `excludesProfileData`: not the whole value of any attribute the user has, in whatever case; containing one is no break. */
export const excludesProfileData: PolicyRule = ({ value, policy, attributes }) => {
  if (!policy.excludesProfileData) return [];
  const wanted = value.toLowerCase();
  return textsOf(attributes).some((text) => text.toLowerCase() === wanted)
    ? [
        "The provided password is not acceptable because it is the value of an attribute in the user's profile",
      ]
    : [];
};

function textsOf({ name = {}, ...attributes }: UserAttributes): string[] {
  return [...Object.values(attributes), ...Object.values(name)];
}
