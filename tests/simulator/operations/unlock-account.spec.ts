import { expect } from "chai";
import { useBench } from "../bench";

describe("unlockAccount", () => {
  const bench = useBench();
  const unlock = (id: string) =>
    bench.call("POST", `/users/${id}`, { type: "application/vnd.pingidentity.account.unlock+json" });

  it("lifts the lock of the account", async () => {
    const { status, body } = await unlock(
      bench.simulator.createUser({ username: "alice", accountLocked: true }),
    );
    expect(status).to.equal(200);
    expect(body).to.deep.include({ account: { canAuthenticate: true, status: "OK" } });
  });

  it("leaves a lock of MFA", async () => {
    const id = bench.simulator.createUser({ username: "alice", accountLocked: true, mfa: { locked: true } });
    expect((await unlock(id)).body).to.have.deep.nested.include({
      "account.status": "LOCKED",
      "account.canAuthenticate": false,
    });
  });

  it("leaves a lockout of the password", async () => {
    const user = { username: "alice", password: "x", locked: true, accountLocked: true };
    const id = bench.simulator.createUser(user);
    expect((await unlock(id)).body).to.have.nested.property("account.status", "LOCKED");
    expect(bench.simulator.readUser(id)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
  });
});
