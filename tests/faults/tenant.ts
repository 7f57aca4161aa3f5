import { createClient } from "pulumi-pingone-password/client";
import { createSimulator, type Simulator } from "../../simulator";
import { Stack } from "../helpers/stack";
import { processesIn } from "./processes-in";
import { passwordOf, PLANTED, program, type Size, usernames } from "./tenant-program";

/** What is wrong with a tenant and its stack once everything has gone through. All of it has to be nothing. */
export type Damage = {
  /** Users who do not sign on with the declared password, who are missing, or to whom an action was not done. */
  readonly lost: readonly string[];
  /** Users who were mailed more than one code. */
  readonly doubled: readonly string[];
  /** Users who were mailed more than two. */
  readonly tripled: readonly string[];
  /** Users who are there and not declared. */
  readonly extra: readonly string[];
  /** Where state and PingOne say different things. */
  readonly disagree: readonly string[];
  /** Files and outputs that hold a password. */
  readonly leaked: readonly string[];
  /** What a preview wants to change all the same; empty for nothing. */
  readonly restless: string;
};

/** The same in numbers. */
export type DamageCount = {
  readonly lost: number;
  readonly doubled: number;
  readonly tripled: number;
  readonly extra: number;
  readonly disagree: number;
  readonly leaked: number;
  readonly restless: number;
};

/** Counts what is wrong. */
export function countDamage({
  lost,
  doubled,
  tripled,
  extra,
  disagree,
  leaked,
  restless,
}: Damage): DamageCount {
  return {
    lost: lost.length,
    doubled: doubled.length,
    tripled: tripled.length,
    extra: extra.length,
    disagree: disagree.length,
    leaked: leaked.length,
    restless: restless === "" ? 0 : 1,
  };
}

/** A simulator and a stack that declares much of it. */
export class Tenant {
  /** Those that are not closed. */
  static readonly #open = new Set<Tenant>();

  readonly #ids = new Map<string, string>();

  private constructor(
    readonly simulator: Simulator,
    readonly stack: Stack,
    readonly size: Size,
  ) {}

  static async create(size: Size, options: Parameters<typeof createSimulator>[0] = {}): Promise<Tenant> {
    const simulator = await createSimulator(options);
    const tenant = new Tenant(simulator, await new Stack(simulator.env).init(), size);
    Tenant.#open.add(tenant);
    const { password, unlock, force, mail } = usernames(size);
    const add = (name: string, more: object) =>
      tenant.#ids.set(name, simulator.createUser({ username: name, email: `${name}@example.com`, ...more }));
    const old = { password: "Before-Storm?55a" };
    password.forEach((name) => add(name, old));
    unlock.forEach((name) => add(name, { ...old, locked: true }));
    force.forEach((name) => add(name, old));
    mail.forEach((name) => add(name, old));
    return tenant;
  }

  /** Writes the program that declares version `version` of all passwords. */
  declare(version: number): void {
    this.stack.program(program(this.simulator.environmentId, this.#ids, this.size, version));
  }

  /** Looks at everything there is, for what should not be. */
  async findDamage(version: number): Promise<Damage> {
    const { simulator, stack, size } = this;
    const names = usernames(size);
    const byName = await usersOf(simulator);
    const idOf = (name: string) => byName.get(name) ?? "";
    const status = (name: string) => simulator.readUser(idOf(name))?.password.status;
    const lost = [
      ...[...names.password, ...names.test].filter(
        (name) => !byName.has(name) || !simulator.verifyPassword(idOf(name), passwordOf(name, version)),
      ),
      ...names.unlock.filter((name) => status(name) !== "OK"),
      ...names.force.filter((name) => status(name) !== "MUST_CHANGE_PASSWORD"),
    ];
    const declared = new Set(Object.values(names).flat());
    const preview = await stack.run("preview", "--expect-no-changes", "--diff");
    return {
      lost,
      doubled: this.#mailed(2, idOf),
      tripled: this.#mailed(3, idOf),
      extra: [...byName.keys()].filter((name) => !declared.has(name)),
      disagree: await this.#disagreements(),
      leaked: await this.#leaks(),
      restless: preview.exitCode === 0 ? "" : preview.output,
    };
  }

  /** What a destroy has left: the users of TestUsers have to be gone, all others have to be there. */
  async findRemains(): Promise<Damage> {
    const names = usernames(this.size);
    const there = await usersOf(this.simulator);
    const others = [...names.password, ...names.unlock, ...names.force, ...names.mail];
    return {
      lost: others.filter((name) => !there.has(name)),
      doubled: this.#mailed(2, (name) => there.get(name) ?? ""),
      tripled: this.#mailed(3, (name) => there.get(name) ?? ""),
      extra: names.test.filter((name) => there.has(name)),
      disagree: (await this.stack.resources())
        .map(({ urn }) => urn)
        .filter((urn) => !urn.includes("providers")),
      leaked: await this.#leaks(),
      restless: "",
    };
  }

  /** Who was mailed so many codes. */
  #mailed(count: number, idOf: (name: string) => string): string[] {
    return usernames(this.size).mail.filter((name) => this.simulator.mail.list(idOf(name)).length >= count);
  }

  async #disagreements(): Promise<string[]> {
    const found: string[] = [];
    for (const { type, id = "", outputs } of await this.stack.resources()) {
      if (type.endsWith(":UserPassword")) {
        const at = this.simulator.readUser(id.split("/")[1] ?? "")?.password.lastChangedAt;
        if (outputs["lastChangedAt"] !== at) {
          found.push(id);
        }
      }
      if (type.endsWith(":TestUsers")) {
        for (const [name, packed] of Object.entries(outputs["accounts"] as Record<string, string>)) {
          if (this.simulator.readUser(packed.split(" ")[0] ?? "")?.username !== name) {
            found.push(name);
          }
        }
      }
    }
    return found;
  }

  async #leaks(): Promise<string[]> {
    const { stack } = this;
    const texts = [
      { path: "stack export --show-secrets", text: await stack.exportPlain() },
      ...stack.runs.map(({ command, output }) => ({ path: command, text: output })),
      ...stack.writtenFiles(),
    ];
    return texts.filter(({ text }) => text.includes(PLANTED)).map(({ path }) => path);
  }

  /** Ends what runs in all tenants that are still open, and removes their files: for a process that is about to exit. */
  static abandonAll(): void {
    for (const { stack } of Tenant.#open) {
      processesIn(stack.folder).forEach((pid) => {
        process.kill(pid, "SIGKILL");
      });
      stack.remove();
    }
  }

  async close(): Promise<void> {
    Tenant.#open.delete(this);
    this.stack.remove();
    await this.simulator.close();
  }
}

/** Ids of all users, by their usernames. */
async function usersOf({ url, environmentId, worker }: Simulator): Promise<ReadonlyMap<string, string>> {
  const client = createClient({ connection: { ...worker, environmentId, apiUrl: url, authUrl: url } });
  const all = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await client.listUsers({ environmentId, limit: 1000, cursor });
    page.users.forEach(({ username = "", id }) => all.set(username, id));
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}
