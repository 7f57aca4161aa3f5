import { expect } from "chai";
import { useBench } from "../bench";

describe("lockAccount", () => {
  const bench = useBench();

  for (const type of ["account.lock+json", "account.lock"]) {
    it(`locks the account and not the password, as ${type}`, async () => {
      const id = bench.simulator.createUser({ username: "alice", password: "x" });
      const reply = await bench.call("POST", `/users/${id}`, {
        type: `application/vnd.pingidentity.${type}`,
      });
      expect(reply.status).to.equal(200);
      expect(reply.body).to.have.deep.nested.include({
        "account.status": "LOCKED",
        "account.canAuthenticate": false,
      });
      expect(reply.body).to.have.nested.property("account.lockedAt");
      expect(bench.simulator.readUser(id)?.password.status).to.equal("OK");
    });
  }

  it("keeps the time of the first lock", async () => {
    const id = bench.simulator.createUser({ username: "alice", accountLocked: true });
    const lockedAt = bench.simulator.readUser(id)?.account.lockedAt;
    bench.simulator.advance(1000);
    await bench.call("POST", `/users/${id}`, { type: "application/vnd.pingidentity.account.lock+json" });
    expect(bench.simulator.readUser(id)?.account.lockedAt).to.equal(lockedAt);
  });

  it("answers 415 for another type", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    const { status } = await bench.call("POST", `/users/${id}`, { type: "application/json", body: {} });
    expect(status).to.equal(415);
  });
});
