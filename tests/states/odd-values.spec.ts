import { expect } from "chai";
import type { Simulator } from "../../simulator";
import { findSecret } from "../helpers/find-secret";
import { itAtLength } from "../helpers/it-at-length";
import type { Stack } from "../helpers/stack";
import { takeWrites } from "../helpers/take-calls";
import { listFixtures, loadFixture } from "./fixture";
import { giveOddValues, givePlainValues, ODD_PASSWORDS } from "./odd-values";
import { laterSdks, runWith } from "./sdks";

for (const fixture of listFixtures("odd-values")) {
  for (const sdk of laterSdks(fixture.sdk)) {
    describe(`a state of ${fixture.code} with odd values, made with ${fixture.sdk} on ${sdk}`, function () {
      this.timeout(180_000);
      let stack: Stack;
      let simulator: Simulator;
      const users = () => simulator.snapshot().environments.flatMap((environment) => environment.users);
      const idOf = (username: string) =>
        users().find(({ attributes }) => attributes["username"] === username)?.id ?? "";

      before(async () => {
        ({ stack, simulator } = await loadFixture(fixture));
        runWith(stack, sdk);
      });
      after(async () => {
        stack.remove();
        await simulator.close();
      });

      itAtLength("shows no change while nothing changes, and is refreshed", async () => {
        giveOddValues(stack);
        await stack.preview("--expect-no-changes");
        await stack.refresh("--expect-no-changes");
        expect(takeWrites(simulator)).to.deep.equal({});
        const places = await findSecret(stack, ...ODD_PASSWORDS);
        expect(
          places.filter((place) => !place.startsWith(stack.project)),
          "beside its own files",
        ).to.deep.equal([]);
      });

      itAtLength("takes passwords that a person can type in their place", async () => {
        const passwords = givePlainValues(stack);
        await stack.up();
        expect(takeWrites(simulator)).to.deep.equal({ "setPassword 200": Object.keys(passwords).length });
        for (const [username, password] of Object.entries(passwords)) {
          expect(simulator.verifyPassword(idOf(username), password), username).to.equal(true);
        }
        await stack.preview("--expect-no-changes");
      });

      itAtLength("is destroyed without the program", async () => {
        stack.deleteProgram();
        await stack.destroy();
        expect(takeWrites(simulator)).to.deep.equal({ "deleteUser 204": 6 });
        expect(idOf("unseen\u200b")).to.equal("");
      });
    });
  }
}
