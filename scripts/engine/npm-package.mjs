import { join } from "node:path";
import { readJson } from "../setup/workspace.mjs";

/**
 * The npm package `pulumi` of this repository: its launcher, and the engine it stands for (`PULUMI_VERSION`, else its own version).
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export function readNpmPackage(root, env) {
  const folder = join(root, "node_modules", "pulumi");
  const { version } = readJson(join(folder, "package.json"));
  return { launcher: join(folder, "run.js"), version: env["PULUMI_VERSION"] || String(version) };
}
