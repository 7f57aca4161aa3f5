import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Where the npm package `pulumi` and the Automation API look for engines, and put them.
 * @param {NodeJS.ProcessEnv} env
 */
export function versionsFolder(env) {
  return join(resolve(env["PULUMI_HOME"] || join(homedir(), ".pulumi")), "versions");
}
