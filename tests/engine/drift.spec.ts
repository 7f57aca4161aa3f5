import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { changeOutside, deleteUser } from "../helpers/outside";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const OUTSIDE = "Somebody-Else#33";

withStack("drift of a UserPassword on the engine", ({ simulator, stack, newUser, writes }) => {
  const declare = (userId: string, more = "") => {
    stack().setEnv({ ALICE_PASSWORD: VALUE });
    stack().program(`
      new pingone.UserPassword("alice", {
        environmentId: "${simulator().environmentId}", userId: "${userId}", valueFrom: { env: "ALICE_PASSWORD" }, ${more}
      });
    `);
  };

  itAtLength(
    "reports a change outside at refresh and leaves it, by the program's and by a plain refresh",
    async () => {
      const userId = newUser();
      declare(userId);
      await stack().up();
      await changeOutside(simulator(), userId, OUTSIDE);

      for (const flags of [[], ["--run-program"]]) {
        expect(await stack().refresh(...flags)).to.include("The password was changed outside this stack at ");
        const { outputs } = await stack().resource("alice");
        expect(outputs["externallyChanged"], "twice refreshed, still seen").to.equal(true);
        expect(outputs["lastChangedAt"]).to.be.a("string").and.not.equal(outputs["appliedAt"]);
      }
      await stack().up("--expect-no-changes");
      expect(writes(), "one by us, one by somebody else").to.deep.equal([
        "setPassword 200",
        "setPassword 200",
      ]);
      expect(simulator().verifyPassword(userId, OUTSIDE)).to.equal(true);
    },
  );

  itAtLength("does not call it a change outside when a user obeys forceChange", async () => {
    const userId = newUser();
    declare(userId, "forceChange: true");
    await stack().up();
    await changeOutside(simulator(), userId, OUTSIDE);
    expect(await stack().refresh()).not.to.include("changed outside");
    const { outputs } = await stack().resource("alice");
    expect(outputs).to.include({ status: "OK", externallyChanged: false });
    await stack().up("--expect-no-changes");
    await stack().preview("--refresh", "--expect-no-changes");
  });

  itAtLength("does not act on a status that changed", async () => {
    const userId = newUser();
    declare(userId);
    await stack().up();
    simulator().advance(183 * 24 * 3600 * 1000);
    await stack().refresh();
    expect((await stack().resource("alice")).outputs["status"]).to.equal("PASSWORD_EXPIRED");
    await stack().up("--expect-no-changes");
    expect(writes()).to.deep.equal(["setPassword 200"]);
  });

  it("drops a user deleted outside from the state, and says what is wrong when it is declared still", async () => {
    const userId = newUser();
    declare(userId);
    await stack().up();
    await deleteUser(simulator(), userId);
    await stack().refresh();
    expect((await stack().resources()).map(({ type }) => type)).to.deep.equal([
      "pulumi:providers:pulumi-nodejs",
    ]);

    const output = await stack().fail("up", "--yes", "--skip-preview");
    expect(output)
      .to.include("setPassword failed: 404 NOT_FOUND")
      .and.to.include("Check environmentId and userId");
  });

  it("destroys what is left of a user deleted outside", async () => {
    const userId = newUser();
    declare(userId, 'deletionPolicy: "unset"');
    await stack().up();
    await deleteUser(simulator(), userId);
    await stack().destroy();
    expect(await stack().resources()).to.deep.equal([]);
  });
});
