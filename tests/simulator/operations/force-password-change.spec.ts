import { expect } from "chai";
import { useBench } from "../bench";

describe("forcePasswordChange", () => {
  const bench = useBench();

  for (const type of ["forceChange", "forceChange+json"]) {
    it(`turns the status and keeps the password, as ${type}`, async () => {
      const userId = bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
      const changedAt = bench.simulator.readUser(userId)?.password.lastChangedAt;
      const { status, body } = await bench.password(userId, "POST", type);
      expect(status).to.equal(200);
      expect(body).to.include({ status: "MUST_CHANGE_PASSWORD", lastChangedAt: changedAt });
      expect(bench.simulator.verifyPassword(userId, "Secret-Word.42")).to.equal(true);
    });
  }

  it("ends a lockout and leaves the account's lock", async () => {
    const user = { username: "alice", password: "x", locked: true, accountLocked: true };
    const userId = bench.simulator.createUser(user);
    const { body } = await bench.password(userId, "POST", "forceChange");
    expect(body).to.include({ status: "MUST_CHANGE_PASSWORD" });
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
    for (const id of [alice, bob]) await bench.password(id, "POST", "forceChange");
    expect(simulator.readUser(alice)?.mfa).to.deep.equal({ failures: 0 });
    expect(simulator.readUser(alice)?.account).to.include({ canAuthenticate: true, status: "OK" });
    expect(simulator.readUser(bob)?.mfa).to.include({ failures: 2 }).and.to.have.property("lockedAt");
    expect(simulator.readUser(bob)?.account).to.include({ canAuthenticate: false, status: "LOCKED" });
  });

  it("refuses a user without a password", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const { status, body } = await bench.password(userId, "POST", "forceChange");
    expect(status).to.equal(400);
    expect(body).to.include({ code: "REQUEST_FAILED" });
    expect(body).to.have.nested.property("details[0].code", "NO_PASSWORD");
  });

  it("refuses a user whose password a gateway keeps", async () => {
    const userId = bench.simulator.createUser({ username: "alice", external: true });
    expect((await bench.password(userId, "POST", "forceChange")).status).to.equal(400);
  });
});
