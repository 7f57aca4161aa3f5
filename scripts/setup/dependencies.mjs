import { basename } from "node:path";
import { isInstalled, recordInstall } from "./install-state.mjs";
import { runCommand } from "./run-command.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * Runs `npm ci` when node_modules does not match package-lock.json; otherwise does nothing.
 * @param {import("./context.mjs").SetupContext} context
 */
export async function installDependencies({ root, env, progress }) {
  if (isInstalled(root)) return;
  const { command, args } = npmCommand(env);
  const result = await progress.during(
    "Installing the dependencies into node_modules with `npm ci`: about 20 s.",
    (note) =>
      runCommand(command, [...args, "ci", "--include=dev"], {
        cwd: root,
        env,
        onLine: note,
        shell: command === "npm" && process.platform === "win32",
      }),
  );
  if (!result.ok) {
    throw new SetupError(
      [
        "`npm ci` failed:",
        ...result.lines.slice(-15).map((line) => `  ${line}`),
        ...(result.lines.length === 0 ? [`  ${result.problem}`] : []),
        "Check the network and npm's registry setting (`npm config get registry`), then try again. Where npm says that",
        "package.json and package-lock.json are not in sync, run `npm install`.",
      ].join("\n"),
    );
  }
  recordInstall(root);
}

/**
 * The npm that started this process, else the one on PATH.
 * @param {NodeJS.ProcessEnv} env
 */
function npmCommand(env) {
  const running = env["npm_execpath"];
  if (running && basename(running) === "npm-cli.js") return { command: process.execPath, args: [running] };
  return { command: "npm", args: [] };
}
