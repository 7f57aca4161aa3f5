import leven from "leven";
import type { PolicyRule } from "./policy-rule";

/** The least number of changes that makes one password of the other. */
const MIN_DISTANCE = 3;

/** `notSimilarToCurrent`: needs both passwords in clear text, so it holds for the user's own change only. */
export const notSimilarToCurrent: PolicyRule = ({ value, policy, currentValue }) => {
  if (!policy.notSimilarToCurrent || currentValue === undefined) return [];
  // With a limit two long passwords that differ are told apart early.
  const distance = leven(currentValue, value, { maxDistance: MIN_DISTANCE });
  return distance < MIN_DISTANCE
    ? ["The provided new password is not acceptable because it is too similar to the current password"]
    : [];
};
