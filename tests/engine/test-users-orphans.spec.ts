import { expect } from "chai";
import { setTimeout } from "node:timers/promises";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

withStack("TestUsers on the engine, killed in an update", ({ simulator, stack }) => {
  const declare = (users: number) => {
    stack().setEnv({ VALUE: "Copper-Kettle!71x" });
    stack().program(`
      const users = Array.from({ length: ${users} }, (_none, index) => ({
        username: "user-" + index, valueFrom: { env: "VALUE" },
      }));
      new pingone.TestUsers("fixture", { environmentId: "${simulator().environmentId}", users });
    `);
  };
  const created = () =>
    simulator().ledger.entries.filter(({ operation, status }) => operation === "createUser" && status === 201)
      .length;
  const deleted = () =>
    simulator().ledger.entries.filter(({ operation, status }) => operation === "deleteUser" && status === 204)
      .length;

  for (const [way, left] of [
    ["destroy", 0],
    ["up of the program before", 3],
  ] as const) {
    itAtLength(`leaves none of its users behind after ${way}`, async () => {
      declare(3);
      await stack().up();
      declare(60);
      simulator().setLatency(200);
      await stack().killed(() => created() > 15, "up", "--yes", "--skip-preview");
      await setTimeout(1500);
      simulator().setLatency(0);
      await stack().run("cancel", "--yes");
      if (left === 0) {
        await stack().destroy();
      } else {
        declare(3);
        // What was created is in no state: the refresh finds it by its mark, and the update removes it.
        await stack().up("--refresh");
      }
      expect(created() - deleted()).to.equal(left);
    });
  }
});
