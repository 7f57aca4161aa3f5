import { fileURLToPath } from "node:url";
import { createProgress } from "./progress.mjs";

/**
 * What every step of the set-up works on.
 * @typedef {object} SetupContext
 * @property {string} root the repository
 * @property {NodeJS.ProcessEnv} env
 * @property {import("./progress.mjs").Progress} progress
 */

/**
 * @param {Partial<SetupContext>} options
 * @returns {SetupContext} this repository, this process's environment and its standard output, unless told otherwise
 */
export function createContext({ root, env, progress }) {
  return {
    root: root ?? fileURLToPath(new URL("../..", import.meta.url)),
    env: env ?? process.env,
    progress: progress ?? createProgress(process.stdout),
  };
}
