import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readJson } from "../setup/workspace.mjs";
import { engineEnvironment } from "./environment.mjs";

/** @type {typeof import("./stamp.mjs").writeEngine} */
export const writeEngine = (root, { pulumi, version, how }) => {
  mkdirSync(dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), `${JSON.stringify({ pulumi, version, how }, undefined, 2)}\n`);
};

/** @type {typeof import("./stamp.mjs").readEngine} */
export const readEngine = (root, env = process.env) => {
  if (!existsSync(stampFile(root))) return undefined;
  const { pulumi, version, how } = readJson(stampFile(root));
  if (typeof pulumi !== "string" || !existsSync(pulumi)) return undefined;
  return { pulumi, version: String(version), how: String(how), env: engineEnvironment(pulumi, env) };
};

/** @param {string} root */
function stampFile(root) {
  return join(root, "node_modules", ".cache", "setup", "engine.json");
}
