import { join } from "node:path";
import { findExecutable } from "./executable.mjs";
import { inspectCli } from "./inspect-cli.mjs";
import { placeFolder } from "./place-folder.mjs";
import { Unavailable } from "./unavailable.mjs";
import { versionsFolder } from "./versions-folder.mjs";

/**
 * Makes an engine in a temporary folder, starts it once, and only then puts it where engines are looked for.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 * @param {(temporary: string) => Promise<string>} make returns the folder that holds `bin`; throws `Unavailable`
 * @returns {Promise<{ pulumi: string, version: string }>}
 */
export async function installVersion(version, env, make) {
  const target = join(versionsFolder(env), version);
  const makeAndInspect = async (/** @type {string} */ temporary) => {
    const made = await make(temporary);
    await inspectFolder(made, env);
    return made;
  };
  try {
    await placeFolder(target, makeAndInspect, () => isUsable(target, env));
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new Unavailable(`${error.message}; set PULUMI_HOME to a folder that can be written`);
  }
  return inspectFolder(target, env);
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function inspectFolder(folder, env) {
  const pulumi = findExecutable("pulumi", [join(folder, "bin")]);
  if (!pulumi) throw new Unavailable(`it left no pulumi in ${join(folder, "bin")}`);
  return { pulumi, version: await inspectCli(pulumi, env) };
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function isUsable(folder, env) {
  try {
    await inspectFolder(folder, env);
    return true;
  } catch (error) {
    if (error instanceof Unavailable) return false;
    throw error;
  }
}
