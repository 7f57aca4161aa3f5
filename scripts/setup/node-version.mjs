import { isAtLeast, parseVersion } from "./version.mjs";
import { SetupError } from "./setup-error.mjs";

const MINIMUM = "20.19.0";

/**
 * Refuses a Node that is too old for the dependencies.
 * @param {string} version without the leading v
 */
export function requireNode(version) {
  const found = parseVersion(version);
  if (found && isAtLeast(found, MINIMUM)) return;
  throw new SetupError(`Node ${version} is too old: install Node 20.19 or newer from https://nodejs.org.`);
}
