import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createSimulator, type Seed, type Simulator } from "../../simulator";
import { expectPromised } from "../helpers/expected-output";
import { findSecret } from "../helpers/find-secret";
import { Stack } from "../helpers/stack";

const example = resolve(__dirname, "../../examples/multi-tenant");
const ALICE = { staging: "Copper-Kettle!71x", production: "Marble-Window?28y" };
type Tenant = keyof typeof ALICE;
const TENANTS: readonly Tenant[] = ["staging", "production"];

describe("examples/multi-tenant", function () {
  this.timeout(120_000);
  const simulators = new Map<Tenant, Simulator>();
  let stack: Stack;

  const of = (tenant: Tenant): Simulator => {
    const simulator = simulators.get(tenant);
    if (simulator === undefined) {
      throw new Error("only there while a test runs");
    }
    return simulator;
  };

  before(async () => {
    stack = new Stack();
    stack.copyProject(example);
    await stack.init();
    for (const tenant of TENANTS) {
      const seed = JSON.parse(readFileSync(join(example, `${tenant}.json`), "utf8")) as Seed;
      const simulator = await createSimulator({ seed });
      simulators.set(tenant, simulator);
      await stack.config(`${tenant}:url`, simulator.url);
      stack.setEnv({
        [`${tenant.toUpperCase()}_CLIENT_SECRET`]: simulator.worker.clientSecret,
        [`${tenant.toUpperCase()}_ALICE_PASSWORD`]: ALICE[tenant],
      });
    }
  });
  after(async () => {
    stack.remove();
    await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
  });

  it("sets a password and unlocks another in each tenant, by its own connection", async () => {
    await stack.preview();
    const output = await stack.up();
    expectPromised(example, output);
    for (const tenant of TENANTS) {
      const simulator = of(tenant);
      const [alice, carol] = ["alice", "carol"].map((name) => idOf(tenant, name));
      expect(output).to.include(`${tenant}-alice created`).and.to.include(`${tenant}-carol created`);
      expect(simulator.verifyPassword(alice ?? "", ALICE[tenant])).to.equal(true);
      expect(simulator.readUser(carol ?? "")?.password.status).to.equal("OK");
      const foreign = simulator.ledger.entries.filter(({ path }) => !path.includes(simulator.environmentId));
      expect(foreign, "calls about another tenant").to.deep.equal([]);
    }
  });

  it("keeps the client secrets encrypted, and no password at all", async () => {
    for (const tenant of TENANTS) {
      expect(await findSecret(stack, ALICE[tenant])).to.deep.equal([]);
      expect(await findSecret(stack, of(tenant).worker.clientSecret)).to.deep.equal([
        "stack export --show-secrets",
      ]);
    }
  });

  it("changes nothing the second time, and leaves both in the end", async () => {
    for (const tenant of TENANTS) {
      of(tenant).ledger.clear();
    }
    await stack.up("--expect-no-changes");
    await stack.destroy();
    for (const tenant of TENANTS) {
      const changing = of(tenant).ledger.entries.filter(({ method, operation }) => {
        return method !== "GET" && operation !== "issueToken";
      });
      expect(changing).to.deep.equal([]);
      expect(of(tenant).verifyPassword(idOf(tenant, "alice"), ALICE[tenant])).to.equal(true);
    }
  });
});

function idOf(tenant: Tenant, username: string): string {
  const { users } = JSON.parse(readFileSync(join(example, `${tenant}.json`), "utf8")) as Required<
    Pick<Seed, "users">
  >;
  return users.find((user) => user.username === username)?.id ?? "";
}
