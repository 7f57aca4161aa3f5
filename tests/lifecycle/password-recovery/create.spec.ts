import { inspect } from "node:util";
import { expect } from "chai";
import { passwordRecovery, type PasswordRecoveryState } from "../../../provider/lifecycle/password-recovery";
import type { Props } from "../../../provider/lifecycle";
import type { Send } from "../../../provider/transport";
import { PartialFailure, PingOneNetworkError } from "../../../provider/errors";
import { operations } from "../../../provider/operations";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../../helpers/with-simulator";
import { lockOut } from "../lock-out";
import { mailCode } from "../mail-code";
import { keptAfter, type Run, upAction } from "../up-action";

const alice = { password: "Old-Secret.42", email: "alice@example.com" };
const newPassword = "New-Secret.43";

withSimulator("PasswordRecovery", (simulator) => {
  const up = (args: Props, run: Run<PasswordRecoveryState> = {}) =>
    upAction(simulator, passwordRecovery, args, run);

  it("sets the new password for the code, and keeps nothing of either", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    const report = recordReport();
    const stored = await up({ ...user, recoveryCode, newPassword, triggers: ["first"] }, { report });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "recoverPassword"]);
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
    expect(stored).to.deep.equal({
      id: `${user.environmentId}/${user.userId}/recovery`,
      inputs: { ...user, triggers: ["first"] },
      outs: {
        ...user,
        triggers: ["first"],
        status: "OK",
        recoveredAt: simulator.readUser(user.userId)?.password.lastChangedAt,
      },
    });
    expect(report.infos).to.deep.equal(["The password is recovered."]);
    const kept = inspect({ ...stored, ...report }, { depth: Infinity });
    expect(kept).not.to.contain(newPassword).and.not.to.contain(recoveryCode);
  });

  it("takes the code in lower case, with the blanks that copying leaves", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = ` ${(await mailCode(simulator, user)).toLowerCase()} `;
    await up({ ...user, recoveryCode, newPassword });
    expect(lastRequest(simulator, "recoverPassword").body).to.deep.equal({
      recoveryCode: recoveryCode.trim(),
      newPassword,
    });
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("ends a lockout, and says so", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    await lockOut(simulator, user);
    const report = recordReport();
    const { outs } = await up({ ...user, recoveryCode, newPassword }, { report });
    expect(outs.status).to.equal("OK");
    expect(simulator.readUser(user.userId)?.account.canAuthenticate).to.equal(true);
    expect(report.infos).to.deep.equal(["The password is recovered, and no longer locked out."]);
  });

  it("makes no call for another code or password alone, and needs none while nothing is to be done", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    const before = await up({ ...user, recoveryCode, newPassword, triggers: ["first"] });
    simulator.ledger.clear();
    const others = { recoveryCode: "OTHER123", newPassword: "Other-Secret.44" };
    expect(await up({ ...user, ...others, triggers: ["first"] }, { before })).to.equal(before);
    expect(await up({ ...user, triggers: ["first"] }, { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("recovers again when a trigger changed", async () => {
    const user = addUser(simulator, alice);
    const first = { recoveryCode: await mailCode(simulator, user), newPassword, triggers: ["first"] };
    const before = await up({ ...user, ...first });
    const second = { recoveryCode: await mailCode(simulator, user), newPassword: "Next-Secret.44" };
    const { id, outs } = await up({ ...user, ...second, triggers: ["second"] }, { before });
    expect(id).to.equal(before.id);
    expect(outs.triggers).to.deep.equal(["second"]);
    expect(simulator.verifyPassword(user.userId, "Next-Secret.44")).to.equal(true);
  });

  it("recovers for the other user when the user changes", async () => {
    const user = addUser(simulator, alice);
    const before = await up({ ...user, recoveryCode: await mailCode(simulator, user), newPassword });
    const bob = addUser(simulator, { ...alice, username: "bob" });
    const recoveryCode = await mailCode(simulator, bob);
    const { id } = await up({ ...bob, recoveryCode, newPassword: "Bobs-Secret.44" }, { before });
    expect(id).to.equal(`${bob.environmentId}/${bob.userId}/recovery`);
    expect(simulator.verifyPassword(bob.userId, "Bobs-Secret.44")).to.equal(true);
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  describe("whose outcome cannot be known", () => {
    async function lose(when: "before" | "after") {
      const user = addUser(simulator, alice);
      const inputs = { ...user, triggers: ["first"] };
      const secrets = { recoveryCode: await mailCode(simulator, user), newPassword };
      simulator.failNext("recoverPassword", { drop: when });
      const send = transportTo(simulator);
      let reads = 0;
      const blind: Send = (operation, params) => {
        reads += operation.name === "readPasswordState" ? 1 : 0;
        return reads > 1 && operation.name === "readPasswordState"
          ? Promise.reject(new PingOneNetworkError("the connection broke", false))
          : send(operation, params);
      };
      const failure = await refusalOf(PartialFailure, up({ ...inputs, ...secrets }, { send: blind }));
      return { user, inputs, secrets, failure, before: keptAfter<PasswordRecoveryState>(failure, inputs) };
    }

    it("says so, and finds out with the next run that it was done", async () => {
      const { user, inputs, failure, before } = await lose("after");
      expect(failure.message).to.contain("Whether the password was changed is not known");
      simulator.ledger.clear();
      const { outs } = await up(inputs, { before });
      expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
      expect(outs).to.include({
        status: "OK",
        recoveredAt: simulator.readUser(user.userId)?.password.lastChangedAt,
      });
      expect(outs).not.to.have.property("openSince");
      expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
    });

    it("recovers for another trigger, whatever became of it", async () => {
      const { user, before } = await lose("after");
      const recoveryCode = await mailCode(simulator, user);
      await up({ ...user, triggers: ["second"], recoveryCode, newPassword: "Next-Secret.44" }, { before });
      expect(simulator.verifyPassword(user.userId, "Next-Secret.44")).to.equal(true);
    });

    it("does not take somebody else's change, after the code was good, for its own", async () => {
      const { user, inputs, before } = await lose("before");
      simulator.advance(10 * 60_000);
      const theirs = { ...user, value: "Their-Secret.45", forceChange: false };
      await transportTo(simulator)(operations.setPassword, theirs);
      const recoveryCode = await mailCode(simulator, user);
      const { outs } = await up({ ...inputs, recoveryCode, newPassword }, { before });
      expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
      expect(outs).not.to.have.any.keys("openSince", "openUntil");
    });

    it("recovers with the next run when it was not done", async () => {
      const { user, inputs, secrets, before } = await lose("before");
      const { outs } = await up({ ...inputs, ...secrets }, { before });
      expect(outs.status).to.equal("OK");
      expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
    });
  });
});
