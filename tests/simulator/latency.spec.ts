import { setImmediate as turn } from "node:timers/promises";
import { expect } from "chai";
import { useBench } from "./bench";

/** Longer than any test may take. */
const FOR_EVER = 3_600_000;

describe("setLatency", () => {
  const bench = useBench();

  it("holds answers back, not the work, and one request not for another", async () => {
    const users = ["alice", "bob", "carol"].map((username) => bench.simulator.createUser({ username }));
    await bench.requestToken();
    await bench.call("GET", "/users");
    bench.simulator.ledger.clear();
    bench.simulator.setLatency(FOR_EVER);
    let answered = 0;
    for (const userId of users) {
      void bench.call("DELETE", `/users/${userId}`).then(
        () => (answered += 1),
        () => undefined,
      );
    }
    while (bench.simulator.ledger.total < users.length) await turn();
    expect(users.map((userId) => bench.simulator.readUser(userId))).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    expect(answered).to.equal(0);
  });

  it("ends when it is set to nothing, and at reset", async () => {
    for (const end of [
      () => {
        bench.simulator.setLatency(0);
      },
      () => {
        bench.simulator.reset();
      },
    ]) {
      bench.simulator.setLatency(FOR_EVER);
      end();
      expect((await bench.requestToken()).status).to.equal(200);
    }
  });

  it("does not hold the simulator's own paths back", async () => {
    bench.simulator.setLatency(FOR_EVER);
    expect((await fetch(`${bench.simulator.url}/simulator/ledger`)).status).to.equal(200);
  });

  it("answers in the end, errors too", async () => {
    bench.simulator.setLatency(1);
    expect((await bench.requestToken()).status).to.equal(200);
    expect((await bench.call("GET", "/nothing")).status).to.equal(404);
    expect((await bench.call("GET", "/users", { token: "none" })).status).to.equal(401);
  });

  for (const milliseconds of [-1, Number.NaN, Infinity]) {
    it(`refuses ${milliseconds}`, () => {
      expect(() => {
        bench.simulator.setLatency(milliseconds);
      }).to.throw(RangeError, "not negative");
    });
  }
});
