import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const CONCURRENCY = "has to be a whole number of at least 1";
const RATE = "has to be a number above 0";

withStack("the pace on the engine", ({ simulator, stack, newUser, writes }) => {
  /** A program that sets the password of each of these users. */
  function declare(userIds: readonly string[], provider = "undefined"): void {
    stack().setEnv({ VALUE });
    stack().program(`
      const provider = ${provider};
      for (const [index, userId] of ${JSON.stringify(userIds)}.entries()) {
        new pingone.UserPassword("user-" + index, {
          environmentId: "${simulator().environmentId}", userId, valueFrom: { env: "VALUE" },
        }, { provider });
      }
    `);
  }

  /** A provider of the program's own, connected to the simulator. */
  const provider = (pace: string) => {
    const { environmentId, worker, url } = simulator();
    return `new pingone.Provider("tenant", {
      environmentId: "${environmentId}", clientId: "${worker.clientId}", clientSecret: "${worker.clientSecret}",
      apiUrl: "${url}", authUrl: "${url}", ${pace},
    })`;
  };

  const refused = () => simulator().ledger.entries.filter(({ status }) => status === 429);

  it("gets every resource through a tenant's rate limit", async () => {
    const users = Array.from({ length: 12 }, () => newUser());
    declare(users);
    // Far below the pace of any machine's engine, or a slow one never meets the limit.
    simulator().setRateLimit(2);
    await stack().up();
    expect(refused(), "or the limit was never reached").not.to.deep.equal([]);
    expect(writes().filter((write) => write.endsWith("200"))).to.deep.equal(
      users.map(() => "setPassword 200"),
    );
    expect(users.every((userId) => simulator().verifyPassword(userId, VALUE))).to.equal(true);
  });

  itAtLength(
    "stays below a tenant's rate limit with a setting, whether of the stack or of a provider",
    async () => {
      declare(Array.from({ length: 12 }, () => newUser()));
      await stack().config("pingone:requestsPerSecond", "20");
      simulator().setRateLimit(22);
      await stack().up();
      expect(refused()).to.deep.equal([]);
      await stack().destroy();

      declare(
        Array.from({ length: 12 }, () => newUser()),
        provider("maxConcurrency: 1, requestsPerSecond: pulumi.output(20)"),
      );
      await stack().config("pingone:requestsPerSecond", "100000");
      simulator().setRateLimit(22);
      await stack().up();
      expect(refused()).to.deep.equal([]);
      expect((await stack().resource("tenant")).inputs).to.include({
        "pingone:maxConcurrency": "1",
        "pingone:requestsPerSecond": "20",
      });
    },
  );

  itAtLength("says at preview what is wrong with a setting, and where it stands", async () => {
    declare([newUser()]);
    await stack().config("pingone:requestsPerSecond", "fast");
    expect(await stack().fail("preview")).to.contain(
      `pingone:requestsPerSecond in the stack's configuration ${RATE}`,
    );
    stack().setEnv({ PINGONE_REQUESTS_PER_SECOND: "0" });
    expect(await stack().fail("preview")).to.contain(
      `PINGONE_REQUESTS_PER_SECOND in the environment ${RATE}`,
    );
    stack().setEnv({ PINGONE_REQUESTS_PER_SECOND: "50" });
    await stack().preview();
    declare([newUser()], provider("maxConcurrency: 0.5"));
    expect(await stack().fail("preview")).to.contain(
      `maxConcurrency in the explicit pingone.Provider ${CONCURRENCY}`,
    );
    expect(writes()).to.deep.equal([]);
  });
});
