import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A program of the engine, built from a module whose exact version stands in a go.mod here.
 * @typedef {object} GoModule
 * @property {string} folder with our go.mod and go.sum
 * @property {string} version of the module, without the leading v
 * @property {string} go the oldest Go that builds it
 */

/**
 * @param {string} name of a folder beside this file
 * @returns {GoModule}
 */
export function readGoModule(name) {
  const folder = fileURLToPath(new URL(name, import.meta.url));
  const text = readFileSync(join(folder, "go.mod"), "utf8");
  return { folder, version: match(text, /^require \S+ v(\S+)$/m), go: match(text, /^go (\S+)$/m) };
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function match(text, pattern) {
  const [, found] = pattern.exec(text) ?? [];
  if (found === undefined) throw new Error(`go.mod has no line like ${pattern}.`);
  return found;
}
