import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { engine } from "./engine";
import { listFiles } from "./list-files";
import { cleanEnvironment, type Limit, type Run, runCommand } from "./run-command";

/** A resource as the state holds it. */
export type StateResource = {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly provider?: string;
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
};

const root = resolve(__dirname, "../..");

/** A project of its own, with its own back end, driven by the real `pulumi`. */
export class Stack {
  readonly folder = mkdtempSync(join(tmpdir(), "pingone-stack-"));
  readonly project = join(this.folder, "project");
  readonly backend = join(this.folder, "backend");
  readonly runs: Run[] = [];
  /** How long each run may take. */
  limit: Limit | undefined;
  #env: Record<string, string>;

  /** @param env what the person at the terminal has set, beside the engine's own */
  constructor(env: Record<string, string> = {}) {
    mkdirSync(this.project);
    mkdirSync(this.backend);
    this.#env = {
      ...cleanEnvironment(),
      ...engine().env,
      PULUMI_HOME: join(this.folder, "home"),
      PULUMI_BACKEND_URL: `file://${this.backend}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      NO_COLOR: "1",
      ...env,
    };
    writeFileSync(join(this.project, "Pulumi.yaml"), "name: test\nruntime: nodejs\n");
    writeFileSync(join(this.project, "package.json"), JSON.stringify({ name: "test", main: "index.js" }));
    symlinkSync(join(root, "node_modules"), join(this.project, "node_modules"));
  }

  /** Uses another @pulumi/pulumi, and a copy of what our package publishes beside it, as an installation would have them. */
  useSdk(alias: string): void {
    rmSync(join(this.project, "node_modules"), { recursive: true });
    const modules = join(this.project, "node_modules");
    mkdirSync(join(modules, "@pulumi"), { recursive: true });
    symlinkSync(join(root, "node_modules", alias), join(modules, "@pulumi", "pulumi"));
    const installed = ["package.json", "dist", "node_modules"].map((name) => join(root, "provider", name));
    cpSync(join(root, "provider"), join(modules, "pulumi-pingone-password"), {
      recursive: true,
      filter: (path) => path === join(root, "provider") || installed.some((kept) => path.startsWith(kept)),
    });
    for (const name of readdirSync(join(root, "node_modules"))) {
      if (!name.startsWith(".") && name !== "@pulumi" && name !== "pulumi-pingone-password") {
        symlinkSync(join(root, "node_modules", name), join(modules, name));
      }
    }
  }

  /** Uses a project as it stands, such as an example, instead of one of the test's own. */
  copyProject(folder: string): void {
    cpSync(folder, this.project, { recursive: true });
  }

  /** Replaces the body of the program; `pulumi` and `pingone` are there for it. */
  program(body: string): void {
    writeFileSync(
      join(this.project, "index.js"),
      `const pulumi = require("@pulumi/pulumi");\nconst pingone = require("pulumi-pingone-password");\n${body}\n`,
    );
  }

  deleteProgram(): void {
    rmSync(join(this.project, "index.js"));
  }

  /** Changes the environment of the runs that follow; undefined removes. */
  setEnv(changes: Record<string, string | undefined>): void {
    this.#env = Object.fromEntries(
      Object.entries({ ...this.#env, ...changes }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
  }

  /** Runs the CLI in the project and returns what it printed, whatever came of it. */
  async run(...args: string[]): Promise<Run> {
    return this.#runInProject(engine().pulumi, [...args, "--non-interactive"]);
  }

  /** Runs a script of the project, such as one that uses the Automation API. */
  async runNode(...args: string[]): Promise<Run> {
    return this.#runInProject(process.execPath, args);
  }

  /** Runs the CLI inside our own command line, such as `mask --`. */
  async runInside(outer: string[], args: string[]): Promise<Run> {
    const cli = join(root, "provider/bin/pulumi-pingone-password.js");
    return this.runNode(cli, ...outer, engine().pulumi, ...args, "--non-interactive");
  }

  /** Starts the CLI and kills it, as a power cut would, as soon as `moment` comes; its providers live on. */
  async killed(moment: () => boolean, ...args: string[]): Promise<void> {
    await this.endedBy((engine) => engine.kill("SIGKILL"), moment, ...args);
  }

  /** Starts the CLI, presses Ctrl-C once `moment` comes, and returns what it printed until it ended by itself. */
  async interrupted(moment: () => boolean, ...args: string[]): Promise<string> {
    return this.endedBy((engine) => engine.kill("SIGINT"), moment, ...args);
  }

  async init(): Promise<this> {
    await this.#succeed("stack", "init", "dev");
    return this;
  }

  /** Succeeds, or fails with what the CLI printed. */
  async up(...args: string[]): Promise<string> {
    return this.#succeed("up", "--yes", "--skip-preview", ...args);
  }

  async preview(...args: string[]): Promise<string> {
    return this.#succeed("preview", ...args);
  }

  async refresh(...args: string[]): Promise<string> {
    return this.#succeed("refresh", "--yes", "--skip-preview", ...args);
  }

  async destroy(...args: string[]): Promise<string> {
    return this.#succeed("destroy", "--yes", "--skip-preview", ...args);
  }

  /** Has to fail; returns what the CLI printed. */
  async fail(...args: string[]): Promise<string> {
    const run = await this.run(...args);
    if (run.exitCode === 0) {
      throw new Error(`pulumi ${run.command} was to fail, but did not:\n${run.output}`);
    }
    return run.output;
  }

  async config(key: string, value: string, ...flags: string[]): Promise<void> {
    await this.#succeed("config", "set", ...flags, key, value);
  }

  /** The state as text, secrets in plain. */
  async exportPlain(): Promise<string> {
    const { output } = await runCommand(
      engine().pulumi,
      ["stack", "export", "--show-secrets", "--non-interactive"],
      this.project,
      this.#env,
    );
    return output;
  }

  /** The resources of the state as stored, without the stack itself. */
  async resources(): Promise<StateResource[]> {
    const text = await this.#succeed("stack", "export");
    const state = JSON.parse(text) as { deployment: { resources?: StateResource[] } };
    return (state.deployment.resources ?? []).filter(({ type }) => type !== "pulumi:pulumi:Stack");
  }

  /** The one resource of the state with this name. */
  async resource(name: string): Promise<StateResource> {
    const found = (await this.resources()).filter(({ urn }) => urn.endsWith(`::${name}`));
    const [resource, ...more] = found;
    if (resource === undefined || more.length > 0) {
      throw new Error(`the state has ${found.length} resources named ${name}`);
    }
    return resource;
  }

  /** Everything the engine wrote, by path: back end, home and the project but for the program and its packages. */
  writtenFiles(): { path: string; text: string }[] {
    return listFiles(this.folder)
      .filter(
        (path) =>
          !path.includes(join(this.project, "node_modules")) && path !== join(this.project, "index.js"),
      )
      .map((path) => ({ path, text: readFileSync(path, "latin1") }));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Starts the CLI, has it ended from outside once `moment` comes, and returns what it printed until then. */
  async endedBy(
    end: (engine: ChildProcess) => void,
    moment: () => boolean,
    ...args: string[]
  ): Promise<string> {
    const child = spawn(engine().pulumi, [...args, "--non-interactive"], {
      cwd: this.project,
      env: this.#env,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    const closed = once(child, "close");
    while (!moment()) {
      if (child.exitCode !== null) {
        const printed = Buffer.concat(chunks).toString("utf8");
        throw new Error(`pulumi ${args.join(" ")} ended before its moment came:\n${printed}`);
      }
      await setTimeout(5);
    }
    end(child);
    await closed;
    const output = Buffer.concat(chunks).toString("utf8");
    this.runs.push({ command: args.join(" "), exitCode: child.exitCode ?? -1, output });
    return output;
  }

  async #runInProject(command: string, args: string[]): Promise<Run> {
    const run = await runCommand(command, args, this.project, this.#env, this.limit);
    this.runs.push(run);
    return run;
  }

  async #succeed(...args: string[]): Promise<string> {
    const run = await this.run(...args);
    if (run.exitCode !== 0) {
      throw new Error(`pulumi ${run.command} failed with ${run.exitCode}:\n${run.output}`);
    }
    return run.output;
  }
}
