import { spawn } from "node:child_process";

/** One run of a command. */
export type Run = { readonly command: string; readonly exitCode: number; readonly output: string };

/** The tests' own environment without what would steer the engine or the provider. */
export function cleanEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !/^(PULUMI|PINGONE)_/.test(entry[0]),
    ),
  );
}

/** Runs a command and returns what it printed, whatever came of it. */
export async function runCommand(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
): Promise<Run> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      done({ command: args.join(" "), exitCode: code ?? -1, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
