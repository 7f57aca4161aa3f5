import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { createSimulator, type Simulator } from "../../simulator";
import { Stack } from "../helpers/stack";

const VALUE = "Copper-Kettle!71x";
const NAMES = ["north", "south", "env"] as const;
type Name = (typeof NAMES)[number];

/** Two tenants by explicit providers; the environment, which the default provider goes by, means a third one. */
describe("several tenants on the engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  let tenants: Record<Name, Simulator>;

  before(async () => {
    const [north, south, env] = await Promise.all(NAMES.map((name, index) => startTenant(name, index + 1)));
    if (north === undefined || south === undefined || env === undefined) {
      throw new Error("a tenant did not start");
    }
    tenants = { north, south, env };
    stack = await new Stack({
      ...env.env,
      NORTH_SECRET: north.worker.clientSecret,
      SOUTH_SECRET: south.worker.clientSecret,
      VALUE,
    }).init();
  });
  beforeEach(() => {
    for (const { ledger } of Object.values(tenants)) {
      ledger.clear();
    }
  });
  after(async () => {
    stack.remove();
    await Promise.all(Object.values(tenants).map((tenant) => tenant.close()));
  });

  /** What a program says of a tenant: its ids, and its connection with the secret from the environment. */
  const connection = (name: Name) => {
    const { url, environmentId, worker } = tenants[name];
    return `{
      environmentId: "${environmentId}", clientId: "${worker.clientId}",
      clientSecret: process.env.${name.toUpperCase()}_SECRET, apiUrl: "${url}", authUrl: "${url}",
    }`;
  };
  const resources = (name: Name, options: string) => `
    const ${name}Alice = new pingone.UserPassword("${name}-alice", {
      environmentId: "${tenants[name].environmentId}", userId: "${userOf(name, "a")}", valueFrom: { env: "VALUE" },
    }, ${options});
    new pingone.PasswordUnlock("${name}-carol", {
      environmentId: "${tenants[name].environmentId}", userId: "${userOf(name, "c")}",
    }, ${options});`;
  const declare = (more = "") => {
    stack.program(`
      const north = new pingone.Provider("north", ${connection("north")});
      const south = new pingone.Provider("south", ${connection("south")});
      ${resources("north", "{ provider: north }")}
      ${resources("south", "{ provider: south }")}
      ${more}
    `);
  };
  const calls = (name: Name) => {
    const { ledger, environmentId } = tenants[name];
    expect(
      ledger.entries.filter(({ path }) => !path.includes(environmentId)),
      `calls at ${name} about another tenant`,
    ).to.deep.equal([]);
    return ledger.entries.map(({ operation, status }) => `${operation ?? "unknown"} ${status ?? 0}`).sort();
  };
  /** A password that is set, the list of disabled users after it, and an unlock: the locks before and after. */
  const OWN = [
    "issueToken 200",
    "listUsers 200",
    ...Array<string>(2).fill("readPasswordState 200"),
    ...Array<string>(2).fill("readUser 200"),
    "setPassword 200",
    "unlockPassword 200",
  ];

  it("each see their own calls and nobody else's", async () => {
    declare();
    await stack.up();
    expect(calls("north")).to.deep.equal(OWN);
    expect(calls("south")).to.deep.equal(OWN);
    expect(calls("env"), "the tenant of the environment").to.deep.equal([]);
    for (const name of ["north", "south"] as const) {
      expect(tenants[name].verifyPassword(userOf(name, "a"), VALUE)).to.equal(true);
      expect(tenants[name].readUser(userOf(name, "c"))?.password.status).to.equal("OK");
    }
  });

  itAtLength("stand beside the default provider, which goes by the environment", async () => {
    declare(resources("env", "{}"));
    await stack.up();
    expect(calls("env")).to.deep.equal(OWN);
    expect([...calls("north"), ...calls("south")]).to.deep.equal([]);
    await stack.refresh();
    for (const name of NAMES) {
      expect(calls(name).filter((call) => !/^(issueToken|list|read)/.test(call))).to.deep.equal(
        name === "env" ? ["setPassword 200", "unlockPassword 200"] : [],
      );
      expect(calls(name), "each looked after").to.include("readUser 200");
    }
  });

  it("are asked by functions of the program, by the connection given or by the environment", async () => {
    stack.program(`
      const connection = ${connection("north")};
      const environmentId = connection.environmentId;
      const south = ${connection("south")};
      const secret = pulumi.secret(south.clientSecret);
      module.exports = (async () => {
        const user = await pingone.getUser({ environmentId, username: "alice", connection });
        const password = await pingone.getUserPassword({ environmentId, userId: user.userId, connection });
        const policy = await pingone.getPasswordPolicy({ environmentId, userId: user.userId, connection });
        const there = pingone.getUserOutput({
          environmentId: pulumi.output(south.environmentId), username: "carol", connection: { ...south, clientSecret: secret },
        });
        const thereToo = { environmentId: there.environmentId, userId: there.userId, connection: south };
        const own = { environmentId: "${tenants.env.environmentId}", userId: "${userOf("env", "a")}" };
        return {
          north: [user.userId, user.username, password.status, policy.name].join(" "),
          south: pulumi.unsecret(pulumi.interpolate\`\${there.username} \${pingone.getUserPasswordOutput(thereToo).status}\`),
          southPolicy: pulumi.unsecret(pingone.getPasswordPolicyOutput(thereToo).name),
          env: (await pingone.getUser(own)).username + " " + (await pingone.getPasswordPolicy({ environmentId: own.environmentId })).name,
        };
      })();
    `);
    const output = await stack.preview();
    expect(output)
      .to.include(`"${userOf("north", "a")} alice OK Standard"`)
      .and.to.include('"carol OK"')
      .and.to.include('"alice Standard"');
    expect(calls("north")).to.deep.equal([
      "issueToken 200",
      "listUsers 200",
      "readPasswordPolicy 200",
      ...Array<string>(2).fill("readPasswordState 200"),
    ]);
    expect(calls("south")).to.include("listUsers 200").and.to.include("readPasswordPolicy 200");
    expect(calls("env")).to.deep.equal(["issueToken 200", "listPasswordPolicies 200", "readUser 200"]);
  });

  itAtLength(
    "fail by themselves: a wrong secret of one, named with where it comes from, leaves what was done for the other",
    async () => {
      const { north } = tenants;
      stack.setEnv({ NORTH_SECRET: "not-the-secret", VALUE: "Marble-Window?28y" });
      // What fails its check ends the program, so the other one goes first.
      stack.program(`
      const north = new pingone.Provider("north", ${connection("north")});
      const south = new pingone.Provider("south", ${connection("south")});
      ${resources("south", "{ provider: south }")}
      ${resources("north", "{ provider: north, dependsOn: [southAlice] }")}
    `);
      const output = await stack.fail("up", "--yes", "--skip-preview", "--continue-on-error");
      expect(output)
        .to.include("PingOne refuses the client credentials")
        .and.to.include("the explicit pingone.Provider");
      expect(north.verifyPassword(userOf("north", "a"), VALUE), "as it was").to.equal(true);
      expect(tenants.south.verifyPassword(userOf("south", "a"), "Marble-Window?28y")).to.equal(true);
      expect(calls("env")).to.deep.equal([]);
    },
  );
});

async function startTenant(name: Name, number: number): Promise<Simulator> {
  return createSimulator({
    seed: {
      environment: { id: `${number}0000000-0000-4000-8000-00000000000e`, name },
      worker: { clientId: `${number}0000000-0000-4000-8000-00000000000d` },
      users: [
        { id: userOf(name, "a"), username: "alice" },
        { id: userOf(name, "c"), username: "carol", password: "Velvet-Curtain!5q", locked: true },
      ],
    },
  });
}

function userOf(name: Name, user: "a" | "c"): string {
  return `${NAMES.indexOf(name) + 1}0000000-0000-4000-8000-00000000000${user}`;
}
