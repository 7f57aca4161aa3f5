import { expect } from "chai";
import { setTimeout } from "node:timers/promises";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";

withStack("a token that runs out in the middle of an up", ({ simulator, stack, newUser }) => {
  const answers = (operation: string) =>
    simulator().ledger.entries.filter((entry) => entry.operation === operation);

  /** Sets the passwords of so many users at once, ends all tokens when so many are set, and expects one renewal each time. */
  async function setMany(count: number, expiries: readonly number[]): Promise<void> {
    const users = Array.from({ length: count }, () => newUser());
    stack().setEnv({ VALUE });
    stack().program(`
      for (const [index, userId] of ${JSON.stringify(users)}.entries()) {
        new pingone.UserPassword("user-" + index, {
          environmentId: "${simulator().environmentId}", userId, valueFrom: { env: "VALUE" },
        });
      }
    `);
    // Several calls are on their way whenever a token ends.
    simulator().setLatency(20);
    const run = { isThrough: false };
    const up = stack()
      .up("--parallel", String(count))
      .finally(() => {
        run.isThrough = true;
      });
    for (const expiry of expiries) {
      while (!run.isThrough && answers("setPassword").length < expiry) {
        await setTimeout(2);
      }
      simulator().expireTokens();
    }
    await up;

    const refused = simulator().ledger.entries.filter(({ status }) => status === 401);
    expect(refused, "or no call met an end").to.have.length.of.at.least(expiries.length);
    expect(answers("issueToken")).to.have.length(1 + expiries.length);
    expect(users.every((userId) => simulator().verifyPassword(userId, VALUE))).to.equal(true);
    expect(answers("setPassword").filter(({ changeMade }) => changeMade)).to.have.length(count);
  }

  it("is renewed once for all calls", async () => {
    await setMany(40, [10]);
  });

  itAtLength("is renewed once for each of its ends, with 500 passwords at once", async () => {
    await setMany(500, [50, 200, 350]);
  });
});
