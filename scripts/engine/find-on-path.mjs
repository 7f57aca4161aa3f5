import { basename, dirname } from "node:path";
import { findExecutable, pathFolders } from "./executable.mjs";
import { inspectCli } from "./inspect-cli.mjs";
import { Unavailable } from "./unavailable.mjs";

/** @type {import("./attempt.mjs").Attempt} */
export async function findOnPath({ env }) {
  const pulumi = findExecutable(
    "pulumi",
    pathFolders(env).filter((folder) => !isPackageBin(folder)),
  );
  if (!pulumi) throw new Unavailable("there is no pulumi on PATH");
  return { pulumi, version: await inspectCli(pulumi, env), how: "found on PATH" };
}

/**
 * npm puts node_modules/.bin on PATH for its scripts; the `pulumi` in there is the launcher of the npm package, which
 * would download an engine unasked.
 * @param {string} folder
 */
function isPackageBin(folder) {
  return basename(folder) === ".bin" && basename(dirname(folder)) === "node_modules";
}
