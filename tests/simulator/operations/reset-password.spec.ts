import { expect } from "chai";
import { unsatisfied, useBench } from "../bench";
import { useFlows } from "../flows/use-flows";

const DAY = 24 * 3600 * 1000;

describe("resetPassword", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const reset = (userId: string, body: unknown) => bench.password(userId, "PUT", "reset+json", body);

  describe("with a worker's token", () => {
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

    it("forgets MFA's failures, unless they have led to a lock", async () => {
      const { simulator } = bench;
      const alice = simulator.createUser({
        username: "alice",
        password: "x",
        locked: true,
        mfa: { failures: 2 },
      });
      const bob = simulator.createUser({
        username: "bob",
        password: "x",
        mfa: { failures: 2, locked: true },
      });
      for (const id of [alice, bob]) await reset(id, { newPassword: "temporary" });
      expect(simulator.readUser(alice)?.mfa).to.deep.equal({ failures: 0 });
      expect(simulator.readUser(alice)?.account).to.include({ canAuthenticate: true, status: "OK" });
      expect(simulator.readUser(bob)?.mfa).to.include({ failures: 2 }).and.to.have.property("lockedAt");
      expect(simulator.readUser(bob)?.account).to.include({ canAuthenticate: false, status: "LOCKED" });
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

  it("does not look at the currentPassword a worker sends", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    const { status, body } = await reset(userId, { currentPassword: "wrong", newPassword: "a" });
    expect(status).to.equal(200);
    expect(body).to.include({ status: "MUST_CHANGE_PASSWORD" });
    expect(bench.simulator.verifyPassword(userId, "a")).to.equal(true);
  });

  describe("with the user's own token", () => {
    const currentPassword = "Secret-Word.42";
    const newPassword = "Another-Word.43";
    let userId = "";
    beforeEach(() => {
      userId = bench.simulator.createUser({ username: "alice", password: currentPassword });
      // Standard lets nobody change a password on the day it was set.
      bench.simulator.advance(DAY);
    });
    const resetOwn = async (body: object) =>
      bench.call("PUT", `/users/${userId}/password`, {
        token: await flows.token("alice", currentPassword, "p1:reset:userPassword"),
        type: "application/vnd.pingidentity.password.reset+json",
        body,
      });

    it("changes the password under the policy", async () => {
      const { status, body } = await resetOwn({ currentPassword, newPassword });
      expect(status).to.equal(200);
      expect(body).to.include({ status: "OK" });
      expect(bench.simulator.verifyPassword(userId, newPassword)).to.equal(true);
    });

    it("refuses a wrong current password in the recorded words, counting no failure", async () => {
      const { status, body } = await resetOwn({ currentPassword: "wrong", newPassword });
      expect(status).to.equal(400);
      expect(body).to.have.deep.nested.property("details[0]", {
        code: "INVALID_VALUE",
        target: "currentPassword",
        message: "The current password provided for the user is invalid",
      });
      expect(bench.simulator.readUser(userId)?.password.failureCount).to.equal(0);
    });

    it("requires the current password", async () => {
      const { body } = await resetOwn({ newPassword });
      expect(body).to.have.deep.nested.include({
        "details[0].code": "REQUIRED_VALUE",
        "details[0].target": "currentPassword",
      });
      expect(bench.simulator.verifyPassword(userId, currentPassword)).to.equal(true);
    });

    it("requires none of a user whose password was taken away", async () => {
      const token = await flows.token("alice", currentPassword, "p1:reset:userPassword");
      await bench.password(userId, "PUT", "setValue+json", {});
      const type = "application/vnd.pingidentity.password.reset+json";
      const { body } = await bench.call("PUT", `/users/${userId}/password`, {
        token,
        type,
        body: { newPassword },
      });
      expect(body).to.include({ status: "OK" });
    });

    it("names the rules not met under newPassword", async () => {
      const reply = await resetOwn({ currentPassword, newPassword: currentPassword });
      expect(unsatisfied(reply)).to.deep.equal(["notSimilarToCurrent", "history"]);
      expect(reply.body).to.have.deep.nested.include({
        "details[0].target": "newPassword",
        "details[0].message": "New password did not satisfy password policy requirements",
      });
    });

    it("refuses a password similar to the current one", async () => {
      expect(unsatisfied(await resetOwn({ currentPassword, newPassword: "Secret-Word.43" }))).to.deep.equal([
        "notSimilarToCurrent",
      ]);
      expect((await resetOwn({ currentPassword, newPassword: "Secret-Word.4567" })).status).to.equal(200);
    });

    it("refuses a second change on the same day, but not for a password to be changed", async () => {
      await resetOwn({ currentPassword, newPassword });
      const again = { currentPassword: newPassword, newPassword: "Third-Word.44" };
      const token = await flows.token("alice", newPassword, "p1:reset:userPassword");
      const type = "application/vnd.pingidentity.password.reset+json";
      const repeat = () => bench.call("PUT", `/users/${userId}/password`, { token, type, body: again });
      const { status, body } = await repeat();
      expect(status).to.equal(400);
      expect(body).to.include({ code: "REQUEST_FAILED" });
      expect(body).to.have.deep.nested.property("details", [
        {
          code: "PASSWORD_TOO_YOUNG",
          target: "password",
          message:
            "The password of the user was changed too recently.  " +
            "The minimum number of days between two changes is 1",
        },
      ]);
      expect(bench.simulator.verifyPassword(userId, newPassword)).to.equal(true);
      await bench.password(userId, "POST", "forceChange");
      expect((await repeat()).body).to.include({ status: "OK" });
    });

    it("tells the age of the password to nobody who does not know it", async () => {
      await resetOwn({ currentPassword, newPassword });
      const token = await flows.token("alice", newPassword, "p1:reset:userPassword");
      const type = "application/vnd.pingidentity.password.reset+json";
      const body = { currentPassword: "wrong", newPassword: "Third-Word.44" };
      const reply = await bench.call("PUT", `/users/${userId}/password`, { token, type, body });
      expect(reply.body).to.have.nested.property("details[0].target", "currentPassword");
    });

    it("compares with nothing when the user has no password", async () => {
      const token = await flows.token("alice", currentPassword, "p1:reset:userPassword");
      await bench.password(userId, "PUT", "setValue+json", {});
      const type = "application/vnd.pingidentity.password.reset+json";
      const body = { currentPassword: "Another-Word.42", newPassword };
      const reply = await bench.call("PUT", `/users/${userId}/password`, { token, type, body });
      expect(reply.body).to.include({ status: "OK" });
    });

    it("is refused while the password is locked out", async () => {
      const token = await flows.token("alice", currentPassword, "p1:reset:userPassword");
      for (const count of [1, 2, 3, 4, 5]) {
        await bench.password(userId, "POST", "check+json", { password: `wrong ${count}` });
      }
      const type = "application/vnd.pingidentity.password.reset+json";
      const body = { currentPassword, newPassword };
      const reply = await bench.call("PUT", `/users/${userId}/password`, { token, type, body });
      expect(reply.body).to.have.nested.property("details[0].code", "PASSWORD_LOCKED_OUT");
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
