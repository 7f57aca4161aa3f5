import { expect } from "chai";
import type { Simulator } from "../../simulator";
import { itAtLength } from "../helpers/it-at-length";
import type { Stack } from "../helpers/stack";
import { takeWrites } from "../helpers/take-calls";
import { connectByConfig } from "./connect-by-config";
import { listFixtures, loadFixture } from "./fixture";
import { NEXT_PASSWORDS, PASSWORDS } from "./planted";
import { laterSdks, runWith } from "./sdks";
import { seedId } from "./seed";

const [FORMER, PRESENT] = [seedId(11), seedId(12)];

for (const fixture of listFixtures("pending-deletion")) {
  for (const sdk of laterSdks(fixture.sdk)) {
    describe(`a state of ${fixture.code} with a pending deletion, made with ${fixture.sdk} on ${sdk}`, function () {
      this.timeout(180_000);
      let stack: Stack;
      let simulator: Simulator;
      const statusOf = (userId: string) => simulator.readUser(userId)?.password.status;

      before(async () => {
        ({ stack, simulator } = await loadFixture(fixture));
        runWith(stack, sdk);
        await connectByConfig(stack, simulator);
      });
      after(async () => {
        stack.remove();
        await simulator.close();
      });

      itAtLength("has nothing else to do than the deletion, and does it", async () => {
        expect(await stack.preview("--expect-no-changes")).to.include("UserPassword moved delete original");
        expect(takeWrites(simulator)).to.deep.equal({});
        await stack.up();
        expect(takeWrites(simulator)).to.deep.equal({ "setPasswordValue 200": 1 });
        expect([statusOf(FORMER), statusOf(PRESENT)]).to.deep.equal(["NO_PASSWORD", "OK"]);
        expect(simulator.verifyPassword(PRESENT, PASSWORDS.MOVED_PASSWORD)).to.equal(true);
        await stack.preview("--expect-no-changes");
      });

      itAtLength(
        "takes another password, and is refreshed and destroyed by the connection in the state",
        async () => {
          stack.setEnv(NEXT_PASSWORDS);
          await stack.up();
          expect(simulator.verifyPassword(PRESENT, NEXT_PASSWORDS.MOVED_PASSWORD)).to.equal(true);
          stack.deleteProgram();
          await stack.refresh("--expect-no-changes");
          expect(takeWrites(simulator)).to.deep.equal({ "setPassword 200": 1 });
          await stack.destroy();
          expect(takeWrites(simulator)).to.deep.equal({ "setPasswordValue 200": 1 });
          expect(statusOf(PRESENT)).to.equal("NO_PASSWORD");
          expect(simulator.ledger.entries).to.deep.equal([]);
        },
      );
    });
  }
}
