import { expect } from "chai";
import { unsatisfied, useBench } from "../bench";

describe("setPasswordValue", () => {
  const bench = useBench();
  const setValue = (userId: string, body: unknown) => bench.password(userId, "PUT", "setValue+json", body);

  it("sets a value under the policy", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    expect(unsatisfied(await setValue(userId, { value: "Aa1.Aa1" }))).to.deep.equal([
      "length",
      "minUniqueCharacters",
    ]);
    expect((await setValue(userId, { value: "Secret-Word.42" })).body).to.include({ status: "OK" });
    expect(bench.simulator.verifyPassword(userId, "Secret-Word.42")).to.equal(true);
  });

  it("takes bypassPolicy and forceChange", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const { body } = await setValue(userId, { value: "a", bypassPolicy: true, forceChange: true });
    expect(body).to.include({ status: "MUST_CHANGE_PASSWORD" });
  });

  it("takes the password away without a value, whatever else is said", async () => {
    const userId = bench.simulator.createUser({
      username: "alice",
      password: "Secret-Word.42",
      locked: true,
    });
    const { status, body } = await setValue(userId, { forceChange: true });
    expect(status).to.equal(200);
    expect(body).to.include({ status: "NO_PASSWORD" });
    expect(body).not.to.have.any.keys("lastChangedAt", "secondsUntilUnlock");
    expect(bench.simulator.verifyPassword(userId, "Secret-Word.42")).to.equal(false);
  });

  it("keeps an unset password in the history", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    await setValue(userId, {});
    expect(unsatisfied(await setValue(userId, { value: "Secret-Word.42" }))).to.deep.equal(["history"]);
  });

  it("leaves a user EXTERNAL without a value and refuses one with it", async () => {
    const userId = bench.simulator.createUser({ username: "alice", external: true });
    expect((await setValue(userId, {})).body).to.include({ status: "EXTERNAL" });
    expect((await setValue(userId, { value: "Secret-Word.42" })).status).to.equal(400);
  });

  it("refuses a body that is no object", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    for (const body of ["null", "[]", '"text"', ""]) {
      const reply = await setValue(userId, body);
      expect(reply.status).to.equal(400);
      expect(reply.body).to.include({ code: "INVALID_REQUEST" });
    }
    expect(bench.simulator.verifyPassword(userId, "Secret-Word.42")).to.equal(true);
  });
});
