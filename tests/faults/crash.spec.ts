import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { playCrash } from "./play-crashes";

describe("a crash on the engine", function () {
  this.timeout(300_000);

  const size = { passwords: 3, testUsers: 20, actions: 1 };
  for (const [victim, phase, test] of [
    ["both", "up", it],
    ["engine", "update", itAtLength],
    ["provider", "destroy", itAtLength],
  ] as const) {
    test(`of ${victim} in ${phase} is made good by the commands of the README`, async () => {
      const crash = await playCrash(size, phase, victim, Math.random());
      expect(crash).to.include({
        late: 0,
        lost: 0,
        tripled: 0,
        extra: 0,
        disagree: 0,
        leaked: 0,
        restless: 0,
      });
    });
  }
});
