import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import type { World } from "./world";

/** What a run of `pulumi` came to. */
export type PulumiRun = { readonly output: string } | { readonly problem: string };

/** Milliseconds: its first start on a machine may take a while. */
const LONGEST_RUN = 30_000;

/** The `pulumi` on PATH. npm's launcher of that name does not count: only npm's scripts find it, and it downloads an engine. */
export function findPulumi(env: NodeJS.ProcessEnv): string | undefined {
  return candidates(env).find((file) => !isLauncher(file) && isExecutable(file));
}

/** Runs it, without a question and without an update check. Its problem is the first line it complains with. */
export async function runPulumi(
  pulumi: string,
  args: readonly string[],
  { cwd, env }: Pick<World, "cwd" | "env">,
): Promise<PulumiRun> {
  const options = {
    cwd,
    env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true", NO_COLOR: "1" },
    timeout: LONGEST_RUN,
    maxBuffer: 10 * 1024 * 1024,
    windowsHide: true,
  };
  return new Promise((done) => {
    execFile(pulumi, args, options, (error, stdout, stderr) => {
      done(error === null ? { output: stdout } : { problem: describe(error, stderr) });
    });
  });
}

function describe(error: Error & { readonly killed?: boolean }, stderr: string): string {
  if (error.killed === true) {
    return `it did not end within ${LONGEST_RUN / 1000} s`;
  }
  const lines = stderr.split("\n").map((line) => line.replace(/^error: /, "").trim());
  return lines.find((line) => line !== "") ?? "it failed without a word";
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const folders = (env[name] ?? "").split(delimiter).filter((folder) => folder !== "");
  const file = process.platform === "win32" ? "pulumi.exe" : "pulumi";
  return folders.map((folder) => resolve(folder, file));
}

function isLauncher(file: string): boolean {
  return /[\\/]node_modules[\\/]\.bin[\\/][^\\/]+$/.test(file);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
