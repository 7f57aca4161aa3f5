import { expect } from "chai";
import { withOneStack } from "../helpers/with-stack";

const USERS = 200;
const VALUE = "Copper-Kettle!71x";

withOneStack("the calls for 200 passwords on the engine", ({ simulator, stack, newUser }) => {
  /** How often each operation was called since the last look. */
  const calls = () => {
    const counts: Record<string, number> = {};
    for (const { operation = "unknown", status = "dropped" } of simulator().ledger.entries) {
      const call = `${operation} ${status}`;
      counts[call] = (counts[call] ?? 0) + 1;
    }
    simulator().ledger.clear();
    return counts;
  };

  before(() => {
    simulator().createPopulation({ name: "Staff", passwordPolicy: "Basic" });
    simulator().createPopulation({ name: "Robots", passwordPolicy: "Basic" });
    const populations = ["Default", "Staff", "Robots"];
    const users = Array.from({ length: USERS }, (_, index) =>
      newUser({ population: populations[index % populations.length] ?? "" }),
    );
    stack().setEnv({ VALUE });
    stack().program(`
      ${JSON.stringify(users)}.forEach((userId, index) => {
        new pingone.UserPassword("user-" + index, {
          environmentId: "${simulator().environmentId}", userId, valueFrom: { env: "VALUE" },
        });
      });
    `);
  });

  it("are one read of each user at preview, with which the two policies come, and no write", async () => {
    const output = await stack().preview();
    expect(output.match(/create value satisfies the policy "(Standard|Basic)"/g)).to.have.length(USERS);
    expect(calls()).to.deep.equal({ "issueToken 200": 1, "readPasswordState 200": USERS });
  });

  it("are one write of each user at up, and one list of those who are disabled", async () => {
    await stack().up();
    expect(calls()).to.deep.equal({
      "issueToken 200": 1,
      "setPassword 200": USERS,
      // Who cannot sign on with it.
      "listUsers 200": 1,
    });
  });

  it("are none at all when nothing changed", async () => {
    await stack().preview("--expect-no-changes");
    await stack().up("--expect-no-changes");
    expect(calls()).to.deep.equal({});
  });
});
