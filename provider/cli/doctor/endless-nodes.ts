import { isAtLeast } from "./version-numbers";

/**
 * Versions whose `util.inspect` loops for ever on stack frames that Pulumi's source maps make (nodejs/node, pull requests 59446 and 64022).
 * Each was tried at both ends.
 */
const ENDLESS: readonly (readonly [from: string, fixedIn: string])[] = [
  ["20.19.6", "21"],
  ["22.20", "22.24"],
  ["24.7", "24.19"],
  ["25", "26.5"],
];

/** True for a Node with which a program's error can make a run hang. @param version without a leading v */
export function canHangOnErrors(version: string): boolean {
  return ENDLESS.some(([from, fixedIn]) => isAtLeast(version, from) && !isAtLeast(version, fixedIn));
}
