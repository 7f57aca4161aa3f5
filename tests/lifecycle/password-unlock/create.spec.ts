import { expect } from "chai";
import { PingOneApiError, PingOneError, PingOneResponseError } from "../../../provider/errors";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { breakAfter } from "../user-password/break-after";
import { upUnlock } from "./up-unlock";

const password = "Secret-Word.42";
const looks = ["readPasswordState", "readUser"];

withSimulator("PasswordUnlock create", (simulator) => {
  it("unlocks a locked password, and keeps the evidence of it", async () => {
    const user = addUser(simulator, { password, locked: true });
    const report = recordReport();
    const start = Date.now();
    const { id, outs } = await upUnlock(simulator, { ...user, triggers: ["first"] }, { report });
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
    expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
    expect(id).to.equal(`${user.environmentId}/${user.userId}/unlock`);
    const { performedAt, ...evidence } = outs;
    expect(evidence).to.deep.equal({
      ...user,
      triggers: ["first"],
      before: {
        status: "PASSWORD_LOCKED_OUT",
        secondsUntilUnlock: 900,
        accountStatus: "LOCKED",
        enabled: true,
        canAuthenticate: false,
      },
      after: { status: "OK", accountStatus: "OK", enabled: true, canAuthenticate: true },
      performed: true,
      remainingLocks: [],
    });
    expect(Date.parse(performedAt ?? "")).to.be.within(start, Date.now());
    expect(report.infos).to.deep.equal(["Unlocked the password (it was PASSWORD_LOCKED_OUT, it is OK)."]);
    expect(report.warnings).to.deep.equal([]);
  });

  it("looks, unlocks once and looks again", async () => {
    await upUnlock(simulator, addUser(simulator, { password, locked: true }));
    const made = calls(simulator);
    expect(made.slice(0, 2)).to.have.members(looks);
    expect(made[2]).to.equal("unlockPassword");
    expect(made.slice(3)).to.have.members(looks);
  });

  it("only looks when the password is not locked", async () => {
    const report = recordReport();
    const { outs } = await upUnlock(simulator, addUser(simulator, { password }), { report });
    expect(calls(simulator)).to.have.members(looks);
    expect(outs).to.include({ performed: false }).and.not.to.have.property("performedAt");
    expect(outs.after).to.deep.equal(outs.before);
    expect(report.infos).to.deep.equal(["Nothing to unlock: the password is OK, the account OK."]);
  });

  it("unlocks without a lock when it is told to do so always", async () => {
    const { outs } = await upUnlock(simulator, { ...addUser(simulator, { password }), when: "always" });
    expect(calls(simulator)).to.include("unlockPassword");
    expect(outs).to.include({ performed: true }).and.to.have.property("performedAt");
  });

  it("goes back to the status held before the lock", async () => {
    const user = addUser(simulator, { password, locked: true, forceChange: true });
    expect((await upUnlock(simulator, user)).outs.after?.status).to.equal("MUST_CHANGE_PASSWORD");
  });

  it("reports the account lock behind a password lock, and who lifts it", async () => {
    const user = addUser(simulator, { password, locked: true, accountLocked: true });
    const report = recordReport();
    const { outs } = await upUnlock(simulator, user, { report });
    expect(outs.performed).to.equal(true);
    expect(outs.after).to.include({ status: "OK", accountStatus: "LOCKED" });
    expect(outs.remainingLocks.map(({ lock }) => lock)).to.deep.equal(["account"]);
    expect(outs.remainingLocks[0]?.liftedBy)
      .to.contain('PasswordUnlock with scope "account" or "both" and a new trigger')
      .and.to.contain("account.unlock");
    expect(report.warnings.join())
      .to.contain("the account is locked, by an administrator or by MFA")
      .and.to.contain('scope "account"');
    expect(calls(simulator)).not.to.include("unlockAccount");
  });

  it("reports that the user is disabled, and who enables", async () => {
    const user = addUser(simulator, { password, enabled: false });
    const report = recordReport();
    const { outs } = await upUnlock(simulator, user, { report });
    expect(outs).to.deep.include({ performed: false });
    expect(outs.remainingLocks.map(({ lock }) => lock)).to.deep.equal(["disabled"]);
    expect(report.warnings.join()).to.contain("the user is disabled").and.to.contain("enabled");
  });

  it("says that there is nothing to unlock behind an external gateway", async () => {
    for (const when of ["ifLocked", "always"]) {
      const user = addUser(simulator, { username: when, external: true });
      const error = await refusalOf(PingOneError, upUnlock(simulator, { ...user, when }));
      expect(error.message)
        .to.contain(`There is nothing to unlock for user ${user.userId}`)
        .and.to.contain("external gateway (status EXTERNAL)");
      expect(calls(simulator)).not.to.include("unlockPassword");
    }
  });

  it("fails with what to check for a user that does not exist", async () => {
    const error = await refusalOf(PingOneApiError, upUnlock(simulator, unknownUser(simulator)));
    expect(error.status).to.equal(404);
    expect(error.message).to.contain("Check environmentId and userId");
  });

  it("does not need to read the answer of the unlock", async () => {
    const user = addUser(simulator, { password, locked: true });
    const send = breakAfter(transportTo(simulator), {
      unlockPassword: new PingOneResponseError("empty", true),
    });
    const { outs } = await upUnlock(simulator, user, { send });
    expect(outs).to.deep.include({ performed: true });
    expect(outs.after?.status).to.equal("OK");
  });

  it("does not take a success that is not PingOne's for an unlock", async () => {
    const user = addUser(simulator, { password, locked: true });
    simulator.failNext("unlockPassword", { status: 200, body: "<html>hello</html>" }, 5);
    const error = await refusalOf(PingOneResponseError, upUnlock(simulator, user));
    expect(error.message).to.contain("not what PingOne answers");
    expect(simulator.readUser(user.userId)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
  });

  it("fails when the unlock is refused", async () => {
    const user = addUser(simulator, { password, locked: true });
    simulator.failNext("unlockPassword", { status: 403 });
    const error = await refusalOf(PingOneApiError, upUnlock(simulator, user));
    expect(error).to.include({ operation: "unlockPassword", status: 403 });
    expect(simulator.readUser(user.userId)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
  });
});
