import "./require-node";
import { Command, InvalidArgumentError } from "commander";
import { createSimulator } from "./create-simulator";
import type { FaultRule } from "./faults/fault-rule";
import { FaultRuleError } from "./faults/fault-rule-error";
import { parseFaultRule } from "./faults/parse-fault-rule";
import { readSeedFile } from "./seed/read-seed-file";
import type { Seed } from "./seed/seed";
import type { Simulator, SimulatorOptions } from "./simulator";

const DEFAULT_PORT = 8480;

type Options = Pick<SimulatorOptions, "rateLimit" | "latency"> & {
  readonly port: number;
  readonly seed?: string;
  readonly clientSecretEnv?: string;
  readonly fault?: readonly FaultRule[];
};

const program = new Command("pingone-simulator")
  .description("A local PingOne: users, password policies and passwords, on loopback and in memory only.")
  .option("--port <number>", "the port to listen on, 0 for any free one", readPort, DEFAULT_PORT)
  .option("--seed <file>", "a JSON file with what it starts with")
  .option("--client-secret-env <name>", "the environment variable that holds the worker's secret")
  .option("--rate-limit <number>", "API requests a second; beyond it the answer is 429", readRate)
  .option("--latency <milliseconds>", "what every answer takes beside the work", readLatency)
  .option(
    "--fault <rule>",
    "what goes wrong, as operation:kind[:name=value...] or JSON; may be repeated",
    readFault,
  )
  .action(run);

void program.parseAsync();

async function run(options: Options): Promise<void> {
  try {
    const { seed: _path, clientSecretEnv: _name, fault: faults = [], ...own } = options;
    const simulator = await createSimulator({ ...own, faults, seed: await readSeed(options) });
    stopOnSignal(simulator);
    console.log(summarize(simulator));
  } catch (error) {
    console.error(explain(error, options.port));
    process.exitCode = 1;
  }
}

async function readSeed({ seed: path, clientSecretEnv }: Options): Promise<Seed> {
  const seed = path === undefined ? {} : await readSeedFile(path);
  if (clientSecretEnv === undefined) return seed;
  const clientSecret = process.env[clientSecretEnv];
  if (clientSecret === undefined || clientSecret === "") {
    throw new Error(`The environment variable ${clientSecretEnv} is not set.`);
  }
  return { ...seed, worker: { ...seed.worker, clientSecret } };
}

function summarize({ url, env, application }: Simulator): string {
  const lines = Object.entries(env).map(([name, value]) => `export ${name}=${quote(value)}`);
  return [
    `A local PingOne listens at ${url}. Point a client at it with:`,
    "",
    ...lines,
    "",
    `Users sign on to the web application ${application.clientId}.`,
    `Its console is at ${url}/ in a browser.`,
    "Ctrl-C stops it; everything it holds is in memory only.",
  ].join("\n");
}

function quote(value: string): string {
  return /^[\w:/.-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

function stopOnSignal(simulator: Simulator): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void simulator.close();
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
