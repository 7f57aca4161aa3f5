import { expect } from "chai";
import type { Simulator } from "../../simulator";
import { itAtLength } from "../helpers/it-at-length";
import type { Stack } from "../helpers/stack";
import { takeWrites } from "../helpers/take-calls";
import { listFixtures, loadFixture } from "./fixture";
import { NEXT_PASSWORDS } from "./planted";
import { laterSdks, runWith } from "./sdks";

/** Whose password each one is. */
const OWNERS = { ada: "COMPONENT_PASSWORD", ben: "ENV_PASSWORD", cleo: "VALUE_PASSWORD" } as const;

for (const fixture of listFixtures("component")) {
  for (const sdk of laterSdks(fixture.sdk)) {
    describe(`a state of ${fixture.code} with components, made with ${fixture.sdk} on ${sdk}`, function () {
      this.timeout(180_000);
      let stack: Stack;
      let simulator: Simulator;
      const users = () => simulator.snapshot().environments.flatMap((environment) => environment.users);
      const idOf = (username: string) =>
        users().find(({ attributes }) => attributes["username"] === username)?.id ?? "";

      before(async () => {
        ({ stack, simulator } = await loadFixture(fixture));
        runWith(stack, sdk);
        stack.setEnv({ BUILD_TIME: "0" });
      });
      after(async () => {
        stack.remove();
        await simulator.close();
      });

      itAtLength("shows no change, and takes another password and another date", async () => {
        await stack.preview("--expect-no-changes");
        expect(takeWrites(simulator)).to.deep.equal({});
        stack.setEnv({ ...NEXT_PASSWORDS, BUILD_TIME: "1000" });
        await stack.up();
        expect(takeWrites(simulator)).to.deep.equal({ "setPassword 200": 3, "forcePasswordChange 200": 3 });
        for (const [username, variable] of Object.entries(OWNERS)) {
          expect(simulator.verifyPassword(idOf(username), NEXT_PASSWORDS[variable]), username).to.equal(true);
        }
        await stack.preview("--expect-no-changes");
      });

      itAtLength("is refreshed and destroyed without the program", async () => {
        stack.deleteProgram();
        await stack.refresh("--expect-no-changes");
        await stack.destroy();
        expect(takeWrites(simulator)).to.deep.equal({ "deleteUser 204": 3 });
        expect(Object.keys(OWNERS).map(idOf)).to.deep.equal(["", "", ""]);
      });
    });
  }
}
