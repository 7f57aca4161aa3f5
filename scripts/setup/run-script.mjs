import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Interrupted } from "./interrupted.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * Runs a script's own work when it was started from the command line, and not when it was imported. An expected
 * failure prints its message alone.
 * @param {string} url the script's import.meta.url
 * @param {() => Promise<number>} work returns the exit code
 */
export async function runScript(url, work) {
  const started = process.argv[1];
  if (!started || !existsSync(started) || realpathSync(started) !== fileURLToPath(url)) return;
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof SetupError || error instanceof Interrupted)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = error instanceof Interrupted ? error.exitCode : 1;
  }
}
