import { expect } from "chai";
import { textAt, useBench, valueAt } from "../bench";
import type { Reply } from "../bench";

describe("lockout", () => {
  const bench = useBench();
  const password = "Secret-Word.42";

  async function check(userId: string, value: string): Promise<Reply> {
    const token = textAt((await bench.requestToken()).body, "access_token");
    const type = "application/vnd.pingidentity.password.check+json";
    return bench.call("POST", `/users/${userId}/password`, { token, type, body: { password: value } });
  }

  async function failTimes(userId: string, times: number): Promise<unknown[]> {
    const remaining: unknown[] = [];
    for (let attempt = 1; attempt <= times; attempt += 1) {
      const { body } = await check(userId, `wrong ${attempt}`);
      remaining.push(valueAt(body, "details.0.innerError.failuresRemaining"));
    }
    return remaining;
  }

  it("locks after as many wrong checks as the policy counts", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    expect(await failTimes(userId, 5)).to.deep.equal([4, 3, 2, 1, 0]);
    expect(bench.simulator.readUser(userId)).to.deep.nested.include({
      "password.status": "PASSWORD_LOCKED_OUT",
      "password.secondsUntilUnlock": 900,
      "account.status": "LOCKED",
      "account.canAuthenticate": false,
    });
  });

  it("refuses even the right password while it is locked out, with the time left", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password, locked: true });
    bench.simulator.advance(300_000);
    const { status, body } = await check(userId, password);
    expect(status).to.equal(400);
    expect(body).to.include({ code: "REQUEST_FAILED" });
    expect(body).to.have.nested.property("details[0].code", "PASSWORD_LOCKED_OUT");
    expect(body).to.have.nested.property("details[0].innerError.secondsUntilUnlock").within(590, 600);
  });

  it("ends by itself, back at the status held before and with no failures", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password, forceChange: true });
    await failTimes(userId, 5);
    bench.simulator.advance(900_000);
    expect(bench.simulator.readUser(userId)?.password.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(bench.simulator.readUser(userId)?.account).to.deep.equal({ canAuthenticate: true, status: "OK" });
    expect(await failTimes(userId, 1)).to.deep.equal([4]);
  });

  it("lasts until an administrator unlocks when the policy names no time", async () => {
    bench.simulator.createPasswordPolicy({ name: "Hard", default: true, lockout: { failureCount: 1 } });
    const userId = bench.simulator.createUser({ username: "alice", password });
    await failTimes(userId, 1);
    bench.simulator.advance(365 * 24 * 3600 * 1000);
    expect(bench.simulator.readUser(userId)?.password).to.include({ status: "PASSWORD_LOCKED_OUT" });
    expect(bench.simulator.readUser(userId)?.password).not.to.have.property("secondsUntilUnlock");
    const { body } = await check(userId, password);
    expect(body).to.have.nested.property("details[0]").that.does.not.have.property("innerError");
  });

  it("does not happen when the policy has none", async () => {
    bench.simulator.createPasswordPolicy({ name: "Open", default: true });
    const userId = bench.simulator.createUser({ username: "alice", password });
    expect(await failTimes(userId, 7)).to.deep.equal(Array(7).fill(undefined));
    expect(bench.simulator.readUser(userId)?.password.status).to.equal("OK");
  });

  it("counts one wrong password again when another came between", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    for (const value of ["a", "b", "a"]) await check(userId, value);
    expect(bench.simulator.readUser(userId)?.password.failureCount).to.equal(3);
  });
});
