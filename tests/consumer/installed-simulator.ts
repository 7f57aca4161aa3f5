import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A simulator of an installed package, in a process of its own. */
export type InstalledSimulator = {
  /** The variables that it tells its users to export. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

/** Starts `npx pingone-simulator` in a project and reads where it listens. */
export async function startInstalledSimulator(
  project: string,
  env: Record<string, string>,
): Promise<InstalledSimulator> {
  const child = spawn("npx", ["--no-install", "pingone-simulator", "--port", "0"], {
    cwd: project,
    env,
    // A group of its own: npx hands no signal on to what it started.
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exported: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export (\w+)='?([^']*)'?$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) exported[name] = value;
    if (line.includes("Ctrl-C")) return { env: exported, stop: () => stopGroup(child) };
  }
  throw new Error("npx pingone-simulator ended before it listened");
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const closed = once(child, "exit");
  process.kill(-child.pid, "SIGTERM");
  await closed;
}
