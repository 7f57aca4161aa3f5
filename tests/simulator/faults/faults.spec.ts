import { expect } from "chai";
import { FaultRuleError, createSimulator } from "../../../simulator";
import type { FaultRule } from "../../../simulator";
import { useBench } from "../bench";

describe("Faults", () => {
  const initial: FaultRule = { kind: "503-json", operation: "listUsers", count: 1 };
  const bench = useBench({ faults: [initial] });
  const statuses = async (count: number) => {
    const found: number[] = [];
    for (let time = 0; time < count; time += 1) found.push((await bench.call("GET", "/users")).status);
    return found;
  };

  it("begins with the rules given at the start, and goes back to them at reset", async () => {
    expect(await statuses(2)).to.deep.equal([503, 200]);
    bench.simulator.faults.add({ kind: "500-json" });
    expect(await statuses(1)).to.deep.equal([500]);
    bench.simulator.reset();
    expect(bench.simulator.faults.list()).to.deep.equal([{ rule: initial, seen: 0, happened: 0 }]);
  });

  it("ends all rules at clear, and what failNext has waiting", async () => {
    bench.simulator.failNext("*", { status: 502 });
    bench.simulator.faults.clear();
    expect(bench.simulator.faults.list()).to.deep.equal([]);
    expect(await statuses(2)).to.deep.equal([200, 200]);
  });

  it("comes behind the rate limit and failNext, and sees only what those let through", async () => {
    bench.simulator.failNext("listUsers", { status: 502 });
    bench.simulator.setRateLimit(0.001);
    expect(await statuses(2)).to.deep.equal([502, 429]);
    expect(bench.simulator.faults.list()).to.deep.equal([{ rule: initial, seen: 0, happened: 0 }]);
    bench.simulator.setRateLimit(undefined);
    expect(await statuses(2)).to.deep.equal([503, 200]);
    expect(bench.simulator.faults.list()).to.deep.equal([{ rule: initial, seen: 2, happened: 1 }]);
  });

  it("hits the same requests again after a reset", async () => {
    const storm = async () => {
      bench.simulator.reset();
      bench.simulator.faults.clear();
      bench.simulator.faults.add({ kind: "500-empty", probability: 0.3, seed: 7 });
      bench.simulator.faults.add({ kind: "503-empty", probability: 0.3, seed: 7 });
      await statuses(40);
      // The token is gone with the reset: what is compared is the fault alone.
      return bench.simulator.ledger.entries
        .filter(({ operation }) => operation === "listUsers")
        .map(({ fault }) => fault);
    };
    const first = await storm();
    expect(await storm()).to.deep.equal(first);
    expect(first).to.have.length(40);
    expect(first).to.include.members(["500-empty", "503-empty", undefined]);
  });

  it("names in the ledger what went wrong and whether the change was made", async () => {
    const [alice, bob] = ["alice", "bob"].map((username) => bench.simulator.createUser({ username }));
    await bench.requestToken();
    bench.simulator.failNext("deleteUser", { status: 503 });
    bench.simulator.failNext("deleteUser", { delayMs: 0 });
    bench.simulator.failNext("deleteUser", { drop: "after" });
    for (const userId of [alice, alice, bob]) {
      await bench.call("DELETE", `/users/${userId ?? ""}`).catch(() => undefined);
    }
    const entries = bench.simulator.ledger.entries.filter(({ operation }) => operation === "deleteUser");
    expect(entries.map(({ fault, changeMade, answerLost }) => [fault, changeMade, answerLost])).to.deep.equal(
      [
        ["status", false, false],
        ["delay", true, false],
        ["reset-after", true, true],
      ],
    );
  });

  it("says of requests without a fault whether they made a change", async () => {
    bench.simulator.faults.clear();
    const userId = bench.simulator.createUser({ username: "alice" });
    await bench.call("GET", "/users");
    await bench.call("DELETE", `/users/${userId}`);
    await bench.call("DELETE", `/users/${userId}`);
    const entries = bench.simulator.ledger.entries.slice(-3);
    expect(entries.map(({ status, changeMade }) => [status, changeMade])).to.deep.equal([
      [200, false],
      [204, true],
      [404, false],
    ]);
    for (const entry of entries) expect(entry).to.include({ fault: undefined, answerLost: false });
  });

  it("says which rule given at the start is wrong, before it listens", async () => {
    const faults = [initial, { kind: "500-json", probability: 3 } as const];
    const failure = await createSimulator({ faults }).catch((error: unknown) => error);
    expect(failure)
      .to.be.instanceOf(FaultRuleError)
      .with.property("message", "Wrong faults[1]: probability must be a number from 0 to 1.");
  });

  describe("clock-skew", () => {
    const hour = 3_600_000;
    const dateHeader = async () => Date.parse((await bench.requestToken()).headers.get("date") ?? "");

    for (const skewSeconds of [3600, -3600]) {
      it(`puts the Date header and all other times off by ${skewSeconds} seconds`, async () => {
        bench.simulator.faults.add({ kind: "clock-skew", skewSeconds });
        const userId = bench.simulator.createUser({ username: "alice", password: "x" });
        for (const time of [
          await dateHeader(),
          bench.simulator.now().getTime(),
          bench.simulator.ledger.entries[0]?.at.getTime() ?? 0,
          Date.parse(bench.simulator.readUser(userId)?.password.lastChangedAt ?? ""),
        ]) {
          expect(time - Date.now()).to.be.within(
            skewSeconds * 1000 - hour / 60,
            skewSeconds * 1000 + hour / 60,
          );
        }
      });
    }

    it("leaves tokens valid that were issued under it, and ends at clear and reset", async () => {
      for (const end of ["clear", "reset"] as const) {
        bench.simulator.faults.clear();
        bench.simulator.faults.add({ kind: "clock-skew", skewSeconds: 86_400 });
        expect(await statuses(1)).to.deep.equal([200]);
        if (end === "clear") bench.simulator.faults.clear();
        else bench.simulator.reset();
        expect(Math.abs((await dateHeader()) - Date.now())).to.be.below(hour / 60);
      }
    });

    it("holds for the seed as well when it is given at the start", async () => {
      const id = "00000000-0000-4000-8000-000000000001";
      const simulator = await createSimulator({
        seed: { users: [{ id, username: "alice", password: "x" }] },
        faults: [{ kind: "clock-skew", skewSeconds: -86_400 }],
      });
      try {
        for (let time = 0; time < 2; time += 1) {
          const changed = Date.parse(simulator.readUser(id)?.password.lastChangedAt ?? "");
          expect(changed - Date.now()).to.be.within(-24 * hour - hour / 60, -24 * hour + hour / 60);
          simulator.reset();
        }
      } finally {
        await simulator.close();
      }
    });
  });
});
