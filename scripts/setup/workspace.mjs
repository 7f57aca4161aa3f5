import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const DEPENDENCY_FIELDS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** @typedef {Record<string, unknown> & { workspaces?: string[], packages?: Record<string, LockEntry> }} Manifest */
/** @typedef {Record<string, unknown> & { version?: string, optional?: boolean }} LockEntry */

/**
 * @param {string} file
 * @returns {Manifest}
 */
export function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * Every package of the npm workspace, the root first, as package-lock.json names them: "", "provider", ...
 * @param {string} root
 */
export function listPackages(root) {
  const patterns = readJson(join(root, "package.json")).workspaces ?? [];
  const folders = patterns.flatMap((pattern) => {
    if (!pattern.endsWith("/*")) return [pattern];
    const parent = pattern.slice(0, -2);
    return existsSync(join(root, parent))
      ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`)
      : [];
  });
  return ["", ...folders.filter((folder) => existsSync(join(root, folder, "package.json"))).sort()];
}

/**
 * Whether two descriptions of one package ask for the same dependencies.
 * @param {Record<string, unknown>} a
 * @param {Record<string, unknown>} b
 */
export function haveSameDependencies(a, b) {
  return DEPENDENCY_FIELDS.every((field) => sortedText(a[field]) === sortedText(b[field]));
}

/** @param {unknown} dependencies */
function sortedText(dependencies) {
  return JSON.stringify(Object.entries(dependencies ?? {}).sort());
}
