import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const sdks = [
  { alias: "pulumi-sdk-oldest", title: "the oldest @pulumi/pulumi supported" },
  { alias: "pulumi-sdk-newest", title: "the newest @pulumi/pulumi" },
];

for (const { alias, title } of sdks) {
  // What an old version does not know yet breaks first.
  const test = alias === "pulumi-sdk-oldest" ? it : itAtLength;
  withStack(`the resources with ${title} on the engine`, ({ simulator, stack, newUser, writes }) => {
    test("are created, updated, refreshed and destroyed", async () => {
      const [alice, bob] = [newUser(), newUser({ password: "Velvet-Curtain!5q", locked: true })];
      stack().useSdk(alias);
      stack().program(`
        const environmentId = "${simulator().environmentId}";
        new pingone.UserPassword("alice", {
          environmentId, userId: "${alice}", value: process.env.VALUE, deletionPolicy: "forceChange",
        });
        exports.unlocked = new pingone.PasswordUnlock("bob", { environmentId, userId: "${bob}" }).performed;
      `);
      stack().setEnv({ VALUE: "Copper-Kettle!71x" });
      await stack().preview();
      expect(await stack().up()).to.match(/unlocked\s*: true/);
      expect(simulator().verifyPassword(alice, "Copper-Kettle!71x")).to.equal(true);

      stack().setEnv({ VALUE: "Marble-Window?28y" });
      await stack().up();
      expect(simulator().verifyPassword(alice, "Marble-Window?28y")).to.equal(true);
      await stack().refresh();
      await stack().up("--expect-no-changes");
      expect(JSON.stringify(await stack().resource("alice"))).not.to.include("Marble");

      await stack().destroy();
      expect(writes()).to.have.members([
        "setPassword 200",
        "unlockPassword 200",
        "setPassword 200",
        "forcePasswordChange 200",
      ]);
    });
  });
}
