import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { atExit } from "./at-exit";

/** A simulator in a process of its own. */
export type SimulatorProcess = {
  /** What points a client at it. */
  readonly env: Readonly<Record<string, string>>;
  readonly environmentId: string;
  readonly pid: number | undefined;
  /** Requests since `forgetRequests`, as its ledger shows them. */
  requests(): Promise<readonly LoggedRequest[]>;
  forgetRequests(): Promise<void>;
  stop(): Promise<void>;
};

/** A request in the simulator's ledger. */
export type LoggedRequest = {
  readonly at: string;
  readonly operation?: string;
  readonly method: string;
  readonly status?: number;
};

/** What a simulator starts with. */
export type SimulatorSettings = {
  /** Milliseconds added to each answer. */
  readonly latency?: number;
  /** Requests per second, beyond which it answers 429. */
  readonly rateLimit?: number;
  readonly users?: readonly { readonly id: string; readonly username: string }[];
};

const CLI = resolve(__dirname, "../simulator/bin/pingone-simulator.js");

/** Starts the published command on a free port. @throws Error with what it printed when it does not start */
export async function startSimulator(settings: SimulatorSettings = {}): Promise<SimulatorProcess> {
  const folder = mkdtempSync(join(tmpdir(), "pingone-bench-"));
  const seed = join(folder, "seed.json");
  writeFileSync(seed, JSON.stringify({ users: settings.users ?? [] }));
  const child = spawn(process.execPath, [CLI, "--port", "0", "--seed", seed, ...flags(settings)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  atExit(() => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const closed = once(child, "close");
  const env = await readExports(child.stdout, child.stderr, closed);
  const ledger = new URL("/simulator/ledger", env["PINGONE_API_URL"]);
  return {
    env,
    environmentId: env["PINGONE_ENVIRONMENT_ID"] ?? "",
    pid: child.pid,
    requests: () => readLedger(ledger),
    forgetRequests: async () => {
      await fetch(ledger, { method: "DELETE" });
    },
    stop: async () => {
      child.kill();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function flags({ latency = 0, rateLimit }: SimulatorSettings): string[] {
  return [
    ...(latency === 0 ? [] : ["--latency", String(latency)]),
    ...(rateLimit === undefined ? [] : ["--rate-limit", String(rateLimit)]),
  ];
}

/** The settings it prints for a shell once it listens. */
async function readExports(
  stdout: NodeJS.ReadableStream,
  stderr: NodeJS.ReadableStream,
  closed: Promise<unknown>,
): Promise<Record<string, string>> {
  let printed = "";
  let complaint = "";
  stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const listening = new Promise<true>((done) => {
    stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      // The last line of what it prints.
      if (printed.includes("Ctrl-C")) {
        done(true);
      }
    });
  });
  if ((await Promise.race([listening, closed])) !== true) {
    throw new Error(`The simulator did not start: ${complaint}`);
  }
  const lines = printed.matchAll(/^export (\w+)=('?)(.*)\2$/gm);
  return Object.fromEntries([...lines].map(([, name = "", , value = ""]) => [name, value]));
}

async function readLedger(url: URL): Promise<readonly LoggedRequest[]> {
  const response = await fetch(url);
  const { entries } = (await response.json()) as { entries: readonly LoggedRequest[] };
  return entries;
}
