import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Interrupted, stopWithParent } from "./interrupted.mjs";

const LINES_KEPT = 200;

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] sees every line of output as it comes
 * @property {number} [timeoutMs] after which the command is ended; without it, never
 * @property {boolean} [foreground] shares this process's terminal instead of collecting the output
 * @property {boolean} [shell]
 */

/**
 * @typedef {object} CommandResult
 * @property {boolean} ok
 * @property {number} exitCode 1 when the command could not start or was killed
 * @property {string[]} lines the last lines of stdout and stderr; none in the foreground
 * @property {string} problem one line: why it is not ok
 */

/**
 * Runs a program to its end. A failure is a result; only a signal to this process throws, as `Interrupted`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(
  command,
  args,
  { cwd, env, onLine, timeoutMs, foreground = false, shell = false } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      env,
      shell,
      stdio: foreground ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    /** @type {string[]} */
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on("line", (line) => {
        lines.push(line);
        if (lines.length > LINES_KEPT) lines.shift();
        onLine?.(line);
      });
    }

    const interrupt = stopWithParent(child);
    let timedOut = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill();
            // A grandchild that outlives the child would keep the pipes, and so this promise, open.
            child.stdout?.destroy();
            child.stderr?.destroy();
          }, timeoutMs);

    const done = () => {
      clearTimeout(timer);
      interrupt.release();
    };
    child.once("error", (error) => {
      done();
      resolve({ ok: false, exitCode: 1, lines, problem: error.message });
    });
    child.once("close", (code, signal) => {
      done();
      if (interrupt.signal) return reject(new Interrupted(interrupt.signal));
      const ok = code === 0 && !timedOut;
      resolve({
        ok,
        exitCode: ok ? 0 : code || 1,
        lines,
        problem: ok ? "" : describeEnd(code, signal, timedOut, lines),
      });
    });
  });
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 * @param {boolean} timedOut
 * @param {readonly string[]} lines
 */
function describeEnd(code, signal, timedOut, lines) {
  if (timedOut) return "no end within the time allowed";
  if (signal) return `ended by ${signal}`;
  return (
    lines
      .filter((line) => line.trim() !== "")
      .at(-1)
      ?.trim() ?? `exit code ${code}`
  );
}
