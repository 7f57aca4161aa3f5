import { expect } from "chai";
import { useBench } from "../bench";

describe("checkPassword", () => {
  const bench = useBench();
  const password = "Secret-Word.42";
  const check = (userId: string, value: string) =>
    bench.password(userId, "POST", "check+json", { password: value });

  it("answers the state when the password matches", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    const { status, body } = await check(userId, password);
    expect(status).to.equal(200);
    expect(body).to.include({ status: "OK" });
  });

  it("also matches one that must be changed or has expired", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password, forceChange: true });
    expect((await check(userId, password)).body).to.include({ status: "MUST_CHANGE_PASSWORD" });
  });

  it("refuses a wrong one in the recorded words", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    await check(userId, "wrong 1");
    const { status, body } = await check(userId, "wrong 2");
    expect(status).to.equal(400);
    expect(body).to.deep.include({ code: "INVALID_DATA" });
    expect(body).to.have.deep.nested.property("details", [
      {
        code: "INVALID_VALUE",
        target: "password",
        message: "The provided password did not match provisioned password",
        innerError: { failuresRemaining: 3 },
      },
    ]);
  });

  it("does not count the same wrong one again", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    const remaining = [];
    for (const value of ["wrong 1", "wrong 1", "wrong 2"]) {
      const { body } = await check(userId, value);
      expect(body).to.have.nested.property("details[0].innerError.failuresRemaining");
      remaining.push(bench.simulator.readUser(userId)?.password.failureCount);
    }
    expect(remaining).to.deep.equal([1, 1, 2]);
  });

  it("starts counting afresh after a right one", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    await check(userId, "wrong 1");
    await check(userId, password);
    expect(bench.simulator.readUser(userId)?.password.failureCount).to.equal(0);
  });

  it("refuses a user without a password", async () => {
    const { status, body } = await check(bench.simulator.createUser({ username: "alice" }), password);
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].code", "NO_PASSWORD");
  });

  it("refuses a user whose password a gateway keeps", async () => {
    const { status } = await check(
      bench.simulator.createUser({ username: "alice", external: true }),
      password,
    );
    expect(status).to.equal(400);
  });

  it("compares for a disabled user and for a locked account as for any other", async () => {
    const user = { username: "alice", password, enabled: false, accountLocked: true };
    expect((await check(bench.simulator.createUser(user), password)).status).to.equal(200);
  });

  it("refuses the field currentPassword", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    const { status, body } = await bench.password(userId, "POST", "check+json", {
      currentPassword: password,
    });
    expect(status).to.equal(400);
    expect(body).to.include({ code: "INVALID_DATA" });
    expect(bench.simulator.readUser(userId)?.password.failureCount).to.equal(0);
  });
});
