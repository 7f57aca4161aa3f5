import type { PolicyRule } from "./policy-rule";

const DEFAULT_MIN = 8;
const DEFAULT_MAX = 255;

/** `length`: counted in characters, not in the units of an encoding. */
export const length: PolicyRule = ({ value, policy }) => {
  if (policy.length === undefined) return [];
  const { min = DEFAULT_MIN, max = DEFAULT_MAX } = policy.length;
  const count = Array.from(value).length;
  if (count < min) {
    return [`The provided password is shorter than the minimum required length of ${min} characters`];
  }
  return count > max
    ? [`The provided password is longer than the maximum allowed length of ${max} characters`]
    : [];
};
