import "./require-node";
import { Command, InvalidArgumentError } from "commander";
import { createSimulator } from "./create-simulator";
import type { FaultRule } from "./faults/fault-rule";
import { FaultRuleError } from "./faults/fault-rule-error";
import { parseFaultRule } from "./faults/parse-fault-rule";
import { readFaultFile } from "./faults/read-fault-file";
import { readSeedFile } from "./seed/read-seed-file";
import type { Seed } from "./seed/seed";
import { SeedError } from "./seed/seed-error";
import type { SeedFile } from "./seed/seed-file";
import type { Simulator, SimulatorOptions } from "./simulator";
import { readStartTime } from "./start-time";
import { summarize } from "./summary";

const DEFAULT_PORT = 8480;

type Options = Pick<SimulatorOptions, "rateLimit" | "latency" | "state"> & {
  readonly port: number;
  readonly seed?: string;
  readonly clientSecretEnv?: string;
  readonly clock?: Date;
  readonly fault?: readonly FaultRule[];
  readonly faults?: string;
};

const program = new Command("pingone-simulator")
  .description("A local PingOne: users, password policies and passwords, on loopback only.")
  .option("--port <number>", "the port to listen on, 0 for any free one", readPort, DEFAULT_PORT)
  .option("--seed <file>", "what it starts with: .json, .yaml, or .csv with one user a row")
  .option("--state <file>", "keeps everything in this file; one that exists is gone on from", readPath)
  .option("--client-secret-env <name>", "the environment variable that holds the worker's secret")
  .option(
    "--clock <time>",
    "the simulated time at the start: 2027-01-31T10:00:00Z, or +30d from now",
    readClock,
  )
  .option("--rate-limit <number>", "API requests a second; beyond it the answer is 429", readRate)
  .option("--latency <milliseconds>", "what every answer takes beside the work", readLatency)
  .option(
    "--fault <rule>",
    "what goes wrong, as operation:kind[:name=value...] or JSON; may be repeated",
    readFault,
  )
  .option("--faults <file>", "a list of such rules, .json or .yaml; those of --fault come first")
  .action(run);

void program.parseAsync();

async function run(options: Options): Promise<void> {
  const { port, seed: seedPath, state, clock, rateLimit, latency } = options;
  let seedFile: SeedFile | undefined;
  try {
    seedFile = seedPath === undefined ? undefined : await readSeedFile(seedPath);
    const fromFile = options.faults === undefined ? [] : await readFaultFile(options.faults);
    const simulator = await createSimulator({
      port,
      seed: withSecret(seedFile?.seed ?? {}, options.clientSecretEnv),
      faults: [...(options.fault ?? []), ...fromFile],
      ...(rateLimit === undefined ? {} : { rateLimit }),
      ...(latency === undefined ? {} : { latency }),
      ...(clock === undefined ? {} : { now: clock }),
      ...(state === undefined ? {} : { state }),
    });
    stopOnSignal(simulator);
    const notes = [...(seedFile?.notes ?? []), ...(simulator.resumed ? listPassedOver(options) : [])];
    console.log(summarize(simulator, { seed: seedPath, state, notes }));
  } catch (error) {
    fail(error instanceof SeedError && seedFile !== undefined ? await seedFile.explain(error) : error, port);
  }
}

/** What becomes of the options that a state file which exists takes the place of. */
function listPassedOver({ seed, clock, clientSecretEnv }: Options): string[] {
  return [
    ...(seed === undefined ? [] : ["--seed counts only at a reset."]),
    ...(clock === undefined ? [] : ["--clock counts only at a reset."]),
    ...(clientSecretEnv === undefined ? [] : ["--client-secret-env is not used: the secret is the file's."]),
  ];
}

function withSecret(seed: Seed, variable: string | undefined): Seed {
  if (variable === undefined) return seed;
  const clientSecret = process.env[variable];
  if (clientSecret === undefined || clientSecret === "") {
    throw new Error(`The environment variable ${variable} is not set.`);
  }
  return { ...seed, worker: { ...seed.worker, clientSecret } };
}

function fail(error: unknown, port: number): void {
  console.error(explain(error, port));
  process.exitCode = 1;
}

function stopOnSignal(simulator: Simulator): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      // What could not be kept is said, and the end is no good one.
      simulator.close().catch((error: unknown) => {
        fail(error, 0);
      });
    });
  }
}

function explain(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return `Port ${port} is taken, perhaps by another pingone-simulator; choose another one with --port, or any free one with --port 0.`;
  if (code === "EACCES")
    return `Port ${port} may not be used by this account; choose another one with --port.`;
  return error.message;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
}

function readPath(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("It must name a file.");
}

function readClock(text: string): Date {
  try {
    return readStartTime(text, Date.now());
  } catch (error) {
    throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error;
  }
}

function readRate(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("It must be a number above 0.");
}

function readLatency(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a number that is not negative.");
}

function readFault(text: string, previous: readonly FaultRule[] = []): readonly FaultRule[] {
  try {
    return [...previous, parseFaultRule(text)];
  } catch (error) {
    throw error instanceof FaultRuleError ? new InvalidArgumentError(error.message) : error;
  }
}
