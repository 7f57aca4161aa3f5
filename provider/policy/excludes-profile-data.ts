import type { PolicyRule } from "./policy-rule";

/** Not the same as one of the user's attributes; an older documentation also says not containing one. */
export const excludesProfileData: PolicyRule = (
  { excludesProfileData: isOn },
  { password, profile = [] },
) => {
  const own = password.toLowerCase();
  const attributes = profile.map((value) => value.toLowerCase()).filter((value) => value !== "");
  return isOn === true && attributes.includes(own)
    ? [{ rule: "excludesProfileData", text: "is the same as an attribute of the user", isCertain: true }]
    : [];
};
