import { isAtLeast, parseVersion } from "./version.mjs";
import { SetupError } from "./setup-error.mjs";

/** Oldest releases, by major version: only from these on does `require` load the dependencies that are ES modules. */
const MINIMUMS = ["20.19.0", "22.12.0"];

/**
 * Refuses a Node that is too old for the dependencies.
 * @param {string} version without the leading v
 */
export function requireNode(version) {
  const found = parseVersion(version);
  if (found && isSupported(found)) return;
  throw new SetupError(
    `Node ${version} does not do: install Node 22.12 or newer, or 20.19 or newer of Node 20, from https://nodejs.org.`,
  );
}

/** @param {import("./version.mjs").Version} version */
function isSupported(version) {
  const [major] = version;
  const own = MINIMUMS.find((minimum) => parseVersion(minimum)?.[0] === major);
  return own === undefined ? isAtLeast(version, "23.0.0") : isAtLeast(version, own);
}
