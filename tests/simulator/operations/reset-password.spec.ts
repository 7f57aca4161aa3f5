import { expect } from "chai";
import { unsatisfied, useBench } from "../bench";

describe("resetPassword", () => {
  const bench = useBench();
  const reset = (userId: string, body: unknown) => bench.password(userId, "PUT", "reset+json", body);

  describe("with newPassword alone", () => {
    it("sets a temporary password without looking at the policy", async () => {
      const userId = bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
      const { status, body } = await reset(userId, { newPassword: "a" });
      expect(status).to.equal(200);
      expect(body).to.include({ status: "MUST_CHANGE_PASSWORD" });
      expect(bench.simulator.verifyPassword(userId, "a")).to.equal(true);
    });

    it("ends a lockout and leaves the account's lock", async () => {
      const user = { username: "alice", password: "x", locked: true, accountLocked: true };
      const userId = bench.simulator.createUser(user);
      expect((await reset(userId, { newPassword: "temporary" })).body).to.include({
        status: "MUST_CHANGE_PASSWORD",
      });
      expect(bench.simulator.readUser(userId)?.account.status).to.equal("LOCKED");
    });

    it("gives a password to a user who had none", async () => {
      const userId = bench.simulator.createUser({ username: "alice" });
      expect((await reset(userId, { newPassword: "temporary" })).body).to.include({
        status: "MUST_CHANGE_PASSWORD",
      });
    });

    it("refuses a user whose password a gateway keeps", async () => {
      const userId = bench.simulator.createUser({ username: "alice", external: true });
      expect((await reset(userId, { newPassword: "temporary" })).body).to.include({ code: "REQUEST_FAILED" });
    });
  });

  describe("with currentPassword too", () => {
    const currentPassword = "Secret-Word.42";

    it("changes the password under the policy", async () => {
      const userId = bench.simulator.createUser({
        username: "alice",
        password: currentPassword,
        forceChange: true,
      });
      const { body } = await reset(userId, { currentPassword, newPassword: "Another-Word.43" });
      expect(body).to.include({ status: "OK" });
    });

    it("refuses a wrong current password in the recorded words", async () => {
      const userId = bench.simulator.createUser({ username: "alice", password: currentPassword });
      const { status, body } = await reset(userId, {
        currentPassword: "wrong",
        newPassword: "Another-Word.43",
      });
      expect(status).to.equal(400);
      expect(body).to.have.deep.nested.property("details[0]", {
        code: "INVALID_VALUE",
        target: "currentPassword",
        message: "The current password provided for the user is invalid",
      });
    });

    it("names the rules not met under newPassword", async () => {
      const userId = bench.simulator.createUser({ username: "alice", password: currentPassword });
      const reply = await reset(userId, { currentPassword, newPassword: currentPassword });
      expect(unsatisfied(reply)).to.deep.equal(["history"]);
      expect(reply.body).to.have.deep.nested.include({
        "details[0].target": "newPassword",
        "details[0].message": "New password did not satisfy password policy requirements",
      });
    });

    it("is refused while the password is locked out", async () => {
      const userId = bench.simulator.createUser({
        username: "alice",
        password: currentPassword,
        locked: true,
      });
      const { body } = await reset(userId, { currentPassword, newPassword: "Another-Word.43" });
      expect(body).to.have.nested.property("details[0].code", "PASSWORD_LOCKED_OUT");
    });
  });

  it("requires newPassword", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const { body } = await reset(userId, {});
    expect(body).to.have.deep.nested.include({
      "details[0].code": "REQUIRED_VALUE",
      "details[0].target": "newPassword",
    });
  });
});
