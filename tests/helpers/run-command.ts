import { execFileSync, spawn } from "node:child_process";

/** One run of a command. */
export type Run = { readonly command: string; readonly exitCode: number; readonly output: string };

/** How long a command may take, and what it is to do by then. */
export type Limit = { readonly seconds: number; readonly waitingFor: string };

/** The tests' own environment without what would steer the engine or the provider. */
export function cleanEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !/^(PULUMI|PINGONE)_/.test(entry[0]),
    ),
  );
}

/** Runs a command and returns what it printed, whatever came of it. One that passes its limit is ended, with all it started. */
export async function runCommand(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
  limit?: Limit,
): Promise<Run> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    const printed = () => Buffer.concat(chunks).toString("utf8");
    const timer =
      limit &&
      setTimeout(() => {
        endTree(child.pid ?? 0);
        const what = `${args.join(" ")} was still running after ${limit.seconds} s, waiting for ${limit.waitingFor}`;
        reject(new Error(`${what}. It had printed:\n${printed()}`));
      }, limit.seconds * 1000);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      done({ command: args.join(" "), exitCode: code ?? -1, output: printed() });
    });
  });
}

/** Ends a process and its descendants: the engine gives its plugins process groups of their own, which a signal to its own misses. */
function endTree(root: number): void {
  const pairs = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const ends = [root];
  for (const pid of ends) {
    ends.push(...pairs.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : [])));
  }
  for (const pid of ends) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
}
