import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compareVersions, isAtLeast, parseVersion } from "../setup/version.mjs";
import { findExecutable } from "./executable.mjs";
import { inspectCli, MINIMUM_VERSION } from "./inspect-cli.mjs";
import { readNpmPackage } from "./npm-package.mjs";
import { Unavailable } from "./unavailable.mjs";
import { versionsFolder } from "./versions-folder.mjs";

/**
 * Takes what an earlier download or build left: the npm package's own version first, then the newest.
 * `PULUMI_VERSION` allows that version only.
 * @type {import("./attempt.mjs").Attempt}
 */
export async function findInstalled({ root, env }) {
  const folder = versionsFolder(env);
  const preferred = readNpmPackage(root, env).version;
  const only = env["PULUMI_VERSION"] ? preferred : undefined;
  /** @type {string[]} */
  const problems = [];
  for (const version of new Set(only ? [only] : [preferred, ...listVersions(folder)])) {
    const pulumi = findExecutable("pulumi", [join(folder, version, "bin")]);
    if (!pulumi) continue;
    try {
      return { pulumi, version: await inspectCli(pulumi, env), how: "already installed" };
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      problems.push(error.message);
    }
  }
  throw new Unavailable(problems.join("; ") || `${folder} holds no ${only ?? `${MINIMUM_VERSION} or newer`}`);
}

/**
 * @param {string} folder
 * @returns {string[]} new enough releases, newest first
 */
function listVersions(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .map((name) => parseVersion(name))
    .filter((version) => version !== undefined)
    .filter((version) => names.includes(version.join(".")) && isAtLeast(version, MINIMUM_VERSION))
    .sort((a, b) => compareVersions(b, a))
    .map((version) => version.join("."));
}
