import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engine } from "../helpers/engine";
import { Stack } from "../helpers/stack";
import { type InstalledSimulator, startInstalledSimulator } from "./installed-simulator";
import { npmEnvironment } from "./npm-environment";
import type { Tarballs } from "./pack-packages";
import type { PackageManager } from "./package-managers";
import { runInstaller, runToSuccess } from "./run-to-success";

/** Passwords that the program's users get, by the variable that holds each. */
export const passwords = { ALICE_PASSWORD: "Copper-Kettle!71x", BOB_PASSWORD: "Marble-Window?28y" } as const;

const PROGRAM = `
import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = process.env["PINGONE_ENVIRONMENT_ID"] ?? "";

class Member extends pulumi.ComponentResource {
  readonly status: pulumi.Output<string>;

  constructor(username: string, valueFrom: { env: string }) {
    super("consumer:index:Member", username);
    const user = new pingone.User(
      username,
      { environmentId, username, email: \`\${username}@example.com\` },
      { parent: this },
    );
    const { userId } = user;
    const password = new pingone.UserPassword(username, { environmentId, userId, valueFrom }, { parent: this });
    this.status = password.status;
    this.registerOutputs();
  }
}

export const { status } = new Member("alice", { env: "ALICE_PASSWORD" });
const team = new pingone.TestUsers("team", {
  environmentId,
  users: { bob: { email: "bob@example.com", valueFrom: { env: "BOB_PASSWORD" } }, carol: {} },
});
export const accounts = team.accounts.apply((all) => Object.keys(all).sort().join(" "));
`;

/** An ES module beside the program: the client's names have to be found in CommonJS, and a password is what it was declared. */
const CHECK = `
import { UserPassword } from "pulumi-pingone-password";
import { createClient } from "pulumi-pingone-password/client";

const client = createClient();
const environmentId = process.env["PINGONE_ENVIRONMENT_ID"];
const [username, variable] = process.argv.slice(2);
const { users: [user] } = await client.listUsers({ environmentId, username });
if (typeof UserPassword !== "function") throw new Error("no resources");
if (user !== undefined) await client.checkPassword({ environmentId, userId: user.id, password: process.env[variable] });
console.log(process.version, username, user === undefined ? "is gone" : "signs on");
`;

/** A project of somebody who installs both packages: in a temporary folder, outside the repository and its node_modules. */
export class ConsumerProject {
  readonly stack = new Stack(passwords);
  readonly folder = this.stack.project;
  #simulator: InstalledSimulator | undefined;
  #env: Record<string, string> = { ...npmEnvironment(), ...engine().env, ...passwords };

  /** Installs the tarballs beside the engine's SDK in some version. */
  async install(manager: PackageManager, tarballs: Tarballs, sdk: string): Promise<void> {
    rmSync(join(this.folder, "node_modules"));
    const manifest = {
      name: "consumer",
      private: true,
      main: "index.ts",
      dependencies: {
        "@pulumi/pulumi": sdk,
        "pulumi-pingone-password": `file:${tarballs.path("pulumi-pingone-password")}`,
      },
      devDependencies: {
        "@types/node": "^20.19.43",
        "pingone-simulator": `file:${tarballs.path("pingone-simulator")}`,
        typescript: "~5.9.3",
      },
    };
    this.#write({ ...manager.files, "package.json": JSON.stringify(manifest), "check.mjs": CHECK });
    const cache = join(this.stack.folder, "cache");
    mkdirSync(cache);
    const { args, env } = await manager.install(cache);
    const [command = "", ...rest] = args;
    await runInstaller(command, rest, this.folder, env);
    // What is searched for secrets later is the project's own.
    rmSync(cache, { recursive: true });
  }

  /** Has another Node run everything that follows. */
  useNode(bin: string): void {
    const PATH = [bin, this.#env["PATH"]].join(":");
    this.#env = { ...this.#env, PATH };
    this.stack.setEnv({ PATH });
  }

  /** Puts the program there, with a fresh simulator and a fresh stack. */
  async begin(): Promise<void> {
    this.#write({ "index.ts": PROGRAM });
    this.#simulator = await startInstalledSimulator(this.folder, this.#env);
    this.#env = { ...this.#env, ...this.#simulator.env };
    this.stack.setEnv(this.#simulator.env);
    await this.stack.init();
  }

  /** Runs a command of the project as `npx` does. */
  async npx(...args: string[]): Promise<string> {
    return runToSuccess("npx", ["--no-install", ...args], this.folder, this.#env);
  }

  /** Says whether a user signs on with the password that a variable holds, or is gone; and on which Node. */
  async check(username: string, variable: keyof typeof passwords): Promise<string> {
    return runToSuccess("node", ["check.mjs", username, variable], this.folder, this.#env);
  }

  /** What is left is the state and the installed package. */
  deleteProgram(): void {
    rmSync(join(this.folder, "index.ts"));
  }

  /** Ends a run on one Node; another one may begin. */
  async end(): Promise<void> {
    await this.#simulator?.stop();
    this.#simulator = undefined;
    const left = readdirSync(this.stack.backend);
    for (const name of left) rmSync(join(this.stack.backend, name), { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await this.end();
    this.stack.remove();
  }

  #write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
  }
}
