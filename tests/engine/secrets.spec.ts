import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findSecret } from "../helpers/find-secret";
import { withStack } from "../helpers/with-stack";

const PLANTED = "Pl4nted-Secret!One";
const PLANTED_TOO = "Pl4nted-Secret!Two";
const REFUSED = "pl4nted-refused";

withStack("secrets on the engine", ({ simulator, stack, newUser, writes }) => {
  const expectNowhere = async (...secrets: string[]) => {
    const places = await findSecret(stack(), ...secrets, simulator().worker.clientSecret, "eyJhbGciOi");
    expect(places, "places that show a secret").to.deep.equal([]);
  };

  const ways = [
    { title: "valueFrom env", input: 'valueFrom: { env: "PLANTED" }' },
    // The other ways in: half a minute each.
    ...(process.env["TEST_ALL"] === "1"
      ? [
          { title: "a value that is not in the stack's configuration", input: "value: process.env.PLANTED" },
          { title: "valueFrom file", input: 'valueFrom: { file: "../planted" }' },
          { title: "a value that is a secret Output", input: "value: pulumi.secret(process.env.PLANTED)" },
        ]
      : []),
  ];
  for (const { title, input } of ways) {
    it(`shows a password from ${title} nowhere, whatever is run and whatever fails`, async () => {
      const userId = newUser();
      const plant = (value: string) => {
        stack().setEnv({ PLANTED: value });
        if (title === "valueFrom file") {
          writeFileSync(join(stack().folder, "planted"), value);
        }
      };
      const unplant = () => {
        plant("");
      };
      const declare = (more = "") =>
        stack().program(`
          const password = new pingone.UserPassword("alice", {
            environmentId: "${simulator().environmentId}", userId: "${userId}", ${input}, policyCheck: "off", ${more}
          });
          exports.status = password.status;
        `);
      declare();

      plant(REFUSED);
      await stack().fail("up", "--yes");
      expect(writes(), "refused at create").to.deep.equal(["setPassword 400"]);
      plant(PLANTED);
      await stack().preview("--diff");
      await stack().preview("--json");
      await stack().up("--diff");
      await stack().refresh("--diff");
      plant(REFUSED);
      await stack().fail("up", "--yes", "--diff");
      plant(PLANTED_TOO);
      declare('forceChange: "yes"');
      await stack().fail("preview", "--diff");
      declare("oops: process.env.PLANTED");
      await stack().fail("preview", "--json");
      declare();
      plant(`${PLANTED_TOO}${"x".repeat(300)}`);
      await stack().fail("preview", "--diff");
      plant(PLANTED_TOO);
      await stack().preview("--json", "--diff");
      await stack().up("--json", "--suppress-progress");
      expect(simulator().verifyPassword(userId, PLANTED_TOO)).to.equal(true);
      unplant();
      await expectNowhere(PLANTED, PLANTED_TOO, REFUSED);
      await stack().destroy();
      await expectNowhere(PLANTED, PLANTED_TOO, REFUSED);
    });
  }

  it("shows nothing of an error that repeats the password", async () => {
    const userId = newUser();
    stack().setEnv({ PLANTED });
    stack().program(`
      new pingone.UserPassword("alice", {
        environmentId: "${simulator().environmentId}", userId: "${userId}", valueFrom: { env: "PLANTED" },
      });
    `);
    const body = JSON.stringify({
      id: "1",
      code: "INVALID_DATA",
      message: `no ${PLANTED}`,
      details: [{ code: PLANTED, message: PLANTED }],
    });
    simulator().failNext("setPassword", {
      status: 400,
      headers: { "content-type": "application/json" },
      body,
    });
    const output = await stack().fail("up", "--yes", "--skip-preview");
    expect(output).to.include("repeats what must stay secret");
    await expectNowhere(PLANTED);
  });

  it("shows a fixed access token nowhere, also when it is refused", async () => {
    const token = "pl4nted.access.token";
    stack().setEnv({
      PINGONE_CLIENT_ID: undefined,
      PINGONE_CLIENT_SECRET: undefined,
      PINGONE_ENVIRONMENT_ID: undefined,
      PINGONE_API_ACCESS_TOKEN: token,
      PLANTED,
    });
    stack().program(`
      new pingone.UserPassword("alice", {
        environmentId: "${simulator().environmentId}", userId: "${newUser()}", valueFrom: { env: "PLANTED" },
      });
    `);
    const output = await stack().fail("up", "--yes", "--skip-preview");
    expect(output).to.include("401").and.to.include("the access token, which comes from the environment");
    await expectNowhere(token, PLANTED);
  });

  describe("kept in the stack's configuration", () => {
    const configured = async (provider: string) => {
      const { env, environmentId, worker } = simulator();
      const userId = newUser();
      await stack().config("alice", PLANTED, "--secret");
      await stack().config("pingone:clientSecret", worker.clientSecret, "--secret");
      for (const [key, name] of Object.entries({
        clientId: "CLIENT_ID",
        environmentId: "ENVIRONMENT_ID",
        apiUrl: "API_URL",
        authUrl: "AUTH_URL",
      })) {
        await stack().config(`pingone:${key}`, env[`PINGONE_${name}`] ?? "");
      }
      stack().setEnv(Object.fromEntries(Object.keys(env).map((key) => [key, undefined])));
      stack().program(`
        const config = new pulumi.Config(), own = new pulumi.Config("pingone");
        const opts = ${provider};
        new pingone.UserPassword("alice", {
          environmentId: "${environmentId}", userId: "${userId}", value: config.requireSecret("alice"),
        }, opts);
      `);
      await stack().preview("--diff");
      await stack().up();
      await stack().refresh();
      expect(simulator().verifyPassword(userId, PLANTED)).to.equal(true);
      const plain = JSON.parse(await stack().exportPlain()) as {
        deployment: { resources: { type: string }[] };
      };
      const holding = (secret: string) =>
        plain.deployment.resources.filter((resource) => JSON.stringify(resource).includes(secret));
      const elsewhere = (await findSecret(stack(), PLANTED)).concat(
        await findSecret(stack(), worker.clientSecret),
      );
      return { holding, elsewhere: [...new Set(elsewhere)] };
    };

    it("is in the default provider's entry alone, encrypted", async () => {
      const { holding, elsewhere } = await configured("{}");
      for (const secret of [PLANTED, simulator().worker.clientSecret]) {
        expect(holding(secret).map(({ type }) => type)).to.deep.equal(["pulumi:providers:pulumi-nodejs"]);
      }
      expect(elsewhere, "in plain only where secrets are asked for").to.deep.equal([
        "stack export --show-secrets",
      ]);
    });

    it("is nowhere in the state for a password with an explicit provider, and its client secret is encrypted", async () => {
      const { holding, elsewhere } = await configured(`{ provider: new pingone.Provider("tenant", {
        clientId: own.require("clientId"), clientSecret: own.requireSecret("clientSecret"), environmentId: own.require("environmentId"),
        apiUrl: own.require("apiUrl"), authUrl: own.require("authUrl"),
      }) }`);
      expect(holding(PLANTED)).to.deep.equal([]);
      expect(holding(simulator().worker.clientSecret).map(({ type }) => type)).to.deep.equal([
        "pulumi:providers:pulumi-nodejs",
      ]);
      expect(elsewhere).to.deep.equal(["stack export --show-secrets"]);
    });
  });
});
