import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { haveSameDependencies, listPackages, readJson } from "./workspace.mjs";

/**
 * Whether node_modules is what package-lock.json and every package.json ask for.
 * @param {string} root
 */
export function isInstalled(root) {
  const stamp = stampFile(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hashManifests(root)) return true;
  if (!agreesWithNpm(root)) return false;
  recordInstall(root);
  return true;
}

/**
 * Remembers, inside node_modules, what was installed; removing node_modules forgets it.
 * @param {string} root
 */
export function recordInstall(root) {
  mkdirSync(dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), hashManifests(root));
}

/** @param {string} root */
function stampFile(root) {
  return join(root, "node_modules", ".cache", "setup", "dependencies.sha256");
}

/** @param {string} root */
function hashManifests(root) {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const folder of listPackages(root)) {
    hash.update(`\0${folder}\0`).update(readFileSync(join(root, folder, "package.json")));
  }
  return hash.digest("hex");
}

/**
 * Compares with npm's own record of its last complete run, so that an installation made by hand, or an edit of a
 * manifest that changes no dependency, costs no new installation.
 * @param {string} root
 */
function agreesWithNpm(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages ?? {};
  const locked = readJson(join(root, "package-lock.json")).packages ?? {};
  return (
    listPackages(root).every((folder) =>
      haveSameDependencies(readJson(join(root, folder, "package.json")), locked[folder] ?? {}),
    ) &&
    Object.keys(installed).every((path) => path in locked) &&
    // npm leaves out optional packages made for other platforms.
    Object.entries(locked).every(([path, { version, optional }]) => {
      if (path === "") return true;
      const entry = installed[path];
      return entry ? entry.version === version : optional === true;
    })
  );
}
