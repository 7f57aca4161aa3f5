import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { atExit } from "../at-exit";
import type { LoopSeconds } from "./loop";

/** A server in a process of its own that answers everything and does nothing. */
export type EmptyServer = {
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number | undefined;
  stop(): void;
};

/** Makes the requests of so many users in a bare loop, in a process of its own. @throws Error when one is refused */
export async function runLimit(
  env: Readonly<Record<string, string>>,
  users: number,
  changed: number,
): Promise<LoopSeconds> {
  return (await firstMessage(start("loop.ts", [String(users), String(changed)], env))) as LoopSeconds;
}

/** What a loop of one kind of request does. */
export type Pace = {
  readonly kind: "reads" | "sets";
  readonly requests: number;
  /** How many users they are about, in turn. */
  readonly users: number;
  /** Another one sets other passwords. */
  readonly round: number;
};

/** Makes requests of one kind in a bare loop, in a process of its own, and tells the seconds. @throws Error when one is refused */
export async function runPace(
  env: Readonly<Record<string, string>>,
  { kind, requests, users, round }: Pace,
): Promise<number> {
  const args = [kind, ...[requests, users, round].map(String)];
  return (await firstMessage(start("pace.ts", args, env))) as number;
}

/** Starts the server that does nothing. */
export async function startEmptyServer(): Promise<EmptyServer> {
  const child = start("empty-server.ts", [], {});
  const port = String(await firstMessage(child));
  return {
    env: {
      PINGONE_API_URL: `http://127.0.0.1:${port}`,
      PINGONE_CLIENT_ID: "none",
      PINGONE_CLIENT_SECRET: "none",
      PINGONE_ENVIRONMENT_ID: "none",
    },
    pid: child.pid,
    stop: () => {
      child.kill();
    },
  };
}

/** It is TypeScript, which the same loader as of this process runs. */
function start(file: string, args: string[], env: Readonly<Record<string, string>>): ChildProcess {
  const child = fork(join(__dirname, file), args, { env: { ...process.env, ...env } });
  atExit(() => child.kill());
  return child;
}

async function firstMessage(child: ChildProcess): Promise<unknown> {
  const ended = once(child, "exit").then(() => {
    throw new Error("The loop of bare requests ended without a result; its error stands above.");
  });
  const [message] = (await Promise.race([once(child, "message"), ended])) as [unknown];
  return message;
}
