import { expect } from "chai";
import { setTimeout } from "node:timers/promises";
import { withStack } from "../helpers/with-stack";

withStack("a provider whose engine is killed", ({ simulator, stack, newUser, writes }) => {
  it("changes nothing any more, and the next up does the rest after pulumi cancel", async () => {
    const userId = newUser({ password: "Copper-Kettle!71x", locked: true });
    stack().program(`
      new pingone.PasswordUnlock("alice", { environmentId: "${simulator().environmentId}", userId: "${userId}" });
    `);
    const seen = (operation: string) =>
      simulator().ledger.entries.filter((entry) => entry.operation === operation);
    simulator().failNext("readPasswordState", { delayMs: 2000 });
    // Reading the user and the password's state go out together; the second is still under way when the engine dies.
    await stack().killed(() => seen("readUser").length > 0, "up", "--yes", "--skip-preview");
    while (seen("readPasswordState").length === 0) {
      await setTimeout(50);
    }
    // The provider has its answer now; without a look at its engine it would unlock within milliseconds.
    await setTimeout(1000);
    expect(writes()).to.deep.equal([]);

    expect(await stack().fail("up", "--yes", "--skip-preview")).to.include("pulumi cancel");
    await stack().run("cancel", "--yes");
    await stack().up();
    expect(writes()).to.deep.equal(["unlockPassword 200"]);
  });
});
