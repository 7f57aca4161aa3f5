import { count, type PolicyRule } from "./policy-rule";

/** Between so many and so many characters; PingOne documents 8 and 255 where the policy leaves one out. */
export const length: PolicyRule = ({ length: limits }, { password }) => {
  if (limits === undefined) {
    return [];
  }
  const { min = 8, max = 255 } = limits;
  const has = Array.from(password).length;
  if (has < min) {
    return [unmet(`needs ${count(min - has, "more character")} (at least ${min})`)];
  }
  return has > max ? [unmet(`has ${count(has - max, "character")} too many (at most ${max})`)] : [];
};

function unmet(text: string) {
  return { rule: "length", text, isCertain: true };
}
