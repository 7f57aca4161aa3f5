import { dirname } from "node:path";
import { runCommand } from "../setup/run-command.mjs";
import { isAtLeast, parseVersion } from "../setup/version.mjs";
import { findExecutable, pathFolders } from "./executable.mjs";
import { Unavailable } from "./unavailable.mjs";

/** The oldest engine that the resources are tested with. */
export const MINIMUM_VERSION = "3.200.0";

/** What the CLI starts for a Node program, and for that program's dynamic resources. */
const COMPANIONS = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];

const START_LIMIT_MS = 60_000;

/**
 * The version of a `pulumi` that can serve: its companions stand beside it or on PATH, it starts, and it is new
 * enough. Otherwise throws `Unavailable`.
 * @param {string} cli
 * @param {NodeJS.ProcessEnv} env
 */
export async function inspectCli(cli, env) {
  const folders = [dirname(cli), ...pathFolders(env)];
  const missing = COMPANIONS.filter((name) => !findExecutable(name, folders));
  if (missing.length > 0) {
    throw new Unavailable(`${cli} has no ${missing.join(" and no ")} beside it or on PATH`);
  }

  const result = await runCommand(cli, ["version"], {
    env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    timeoutMs: START_LIMIT_MS,
  });
  if (!result.ok) throw new Unavailable(`"${cli} version" failed: ${result.problem}`);

  const version = result.lines.map((line) => parseVersion(line)).find((found) => found !== undefined);
  if (!version) throw new Unavailable(`"${cli} version" names no version`);
  if (!isAtLeast(version, MINIMUM_VERSION)) {
    throw new Unavailable(`${cli} is ${version.join(".")}, older than ${MINIMUM_VERSION}`);
  }
  return version.join(".");
}
