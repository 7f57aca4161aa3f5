import { expect } from "chai";
import { useBench } from "../bench";

describe("unlockPassword", () => {
  const bench = useBench();

  for (const type of ["unlock", "unlock+json", "unlock+json;charset=UTF-8"]) {
    it(`ends a lockout, as ${type}`, async () => {
      const userId = bench.simulator.createUser({ username: "alice", password: "x", locked: true });
      const { status, body } = await bench.password(userId, "POST", type);
      expect(status).to.equal(200);
      expect(body).to.include({ status: "OK" });
      expect(body).not.to.have.property("secondsUntilUnlock");
      expect(bench.simulator.readUser(userId)?.account).to.deep.equal({
        canAuthenticate: true,
        status: "OK",
      });
    });
  }

  it("goes back to the status held before", async () => {
    const user = { username: "alice", password: "x", locked: true, forceChange: true };
    const userId = bench.simulator.createUser(user);
    expect((await bench.password(userId, "POST", "unlock")).body).to.include({
      status: "MUST_CHANGE_PASSWORD",
    });
  });

  it("leaves the account's lock", async () => {
    const userId = bench.simulator.createUser({
      username: "alice",
      password: "x",
      locked: true,
      accountLocked: true,
    });
    expect((await bench.password(userId, "POST", "unlock")).body).to.include({ status: "OK" });
    expect(bench.simulator.readUser(userId)?.account.status).to.equal("LOCKED");
  });

  it("forgets MFA's failures, unless they have led to a lock", async () => {
    const { simulator } = bench;
    const alice = simulator.createUser({
      username: "alice",
      password: "x",
      locked: true,
      mfa: { failures: 2 },
    });
    const bob = simulator.createUser({ username: "bob", password: "x", mfa: { failures: 2, locked: true } });
    for (const id of [alice, bob]) await bench.password(id, "POST", "unlock");
    expect(simulator.readUser(alice)?.mfa).to.deep.equal({ failures: 0 });
    expect(simulator.readUser(alice)?.account).to.include({ canAuthenticate: true, status: "OK" });
    expect(simulator.readUser(bob)?.mfa).to.include({ failures: 2 }).and.to.have.property("lockedAt");
    expect(simulator.readUser(bob)?.account).to.include({ canAuthenticate: false, status: "LOCKED" });
  });

  it("changes nothing when nothing is locked", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    expect((await bench.password(userId, "POST", "unlock")).body).to.include({ status: "NO_PASSWORD" });
  });

  it("answers 404 for an unknown user", async () => {
    const { status } = await bench.password("00000000-0000-4000-8000-000000000000", "POST", "unlock");
    expect(status).to.equal(404);
  });
});
