import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneApiError, PingOneError, PingOneNetworkError } from "../../../provider/errors";
import { passwordRecovery } from "../../../provider/lifecycle/password-recovery";
import type { Props } from "../../../provider/lifecycle";
import { lockAccount } from "../../../provider/operations/lock-account";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { mailCode } from "../mail-code";
import { upAction } from "../up-action";

const password = "Old-Secret.42";
const alice = { password, email: "alice@example.com" };
const newPassword = "New-Secret.43";
const newCode = "Send a new code (PasswordRecoveryCode with a new trigger)";

withSimulator("PasswordRecovery that is refused", (simulator) => {
  const up = (args: Props) => upAction(simulator, passwordRecovery, args);
  /** What the run fails with, which holds nothing of the secrets. */
  async function refusal(args: Props): Promise<PingOneError> {
    const error = await refusalOf(PingOneError, up({ newPassword, ...args }));
    for (const secret of [args["recoveryCode"], args["newPassword"] ?? newPassword]) {
      expect(inspect(error, { depth: Infinity })).not.to.contain(secret);
    }
    return error;
  }
  const isOld = (userId: string) => simulator.verifyPassword(userId, password);

  it("says that the code is wrong, and counts a try", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    const error = await refusal({ ...user, recoveryCode: "WRONG123" });
    expect(error).to.include({ operation: "recoverPassword", status: 400 });
    expect(error.message).to.contain("recovery code was invalid or expired").and.to.contain(newCode);
    expect(calls(simulator).filter((name) => name === "recoverPassword")).to.have.length(1);
    expect(isOld(user.userId)).to.equal(true);
    await up({ ...user, recoveryCode, newPassword });
    expect(isOld(user.userId)).to.equal(false);
  });

  it("says what to do about a code that has expired", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    simulator.advance(300_001);
    expect((await refusal({ ...user, recoveryCode })).message).to.contain(newCode);
  });

  it("says what to do about a code that is used up, and about one that was used", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    for (const wrong of ["WRONG121", "WRONG122", "WRONG123", "WRONG124", "WRONG125"]) {
      await refusal({ ...user, recoveryCode: wrong });
    }
    expect((await refusal({ ...user, recoveryCode })).message)
      .to.contain("Maximum password recovery failures exceeded")
      .and.to.contain(newCode);
    const next = await mailCode(simulator, user);
    await up({ ...user, recoveryCode: next, newPassword });
    expect((await refusal({ ...user, recoveryCode: next })).message).to.contain(newCode);
  });

  it("names the rules that the new password does not meet, and leaves the code good", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    const { message } = await refusal({ ...user, recoveryCode, newPassword: "aaab" });
    expect(message).to.contain("unmet rules: ").and.to.contain("length").and.to.contain("Choose a value");
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "recoverPassword"]);
    await up({ ...user, recoveryCode, newPassword });
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("names an account that is locked", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    await transportTo(simulator)(lockAccount, user);
    expect((await refusal({ ...user, recoveryCode })).message)
      .to.contain("enable or unlock it")
      .and.to.contain('PasswordUnlock with scope: "account"');
  });

  it("names a user who is disabled", async () => {
    const user = addUser(simulator, { ...alice, enabled: false });
    expect((await refusal({ ...user, recoveryCode: "ABCD1234" })).message).to.contain(
      "The user is disabled: enable it",
    );
  });

  it("says that a gateway has the password, without a try", async () => {
    const user = addUser(simulator, { external: true });
    expect((await refusal({ ...user, recoveryCode: "ABCD1234" })).message)
      .to.contain(`There is no password to recover for user ${user.userId}`)
      .and.to.contain("external gateway (status EXTERNAL)");
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  it("fails with what to check for a user that does not exist", async () => {
    const error = await refusal({ ...unknownUser(simulator), recoveryCode: "ABCD1234" });
    expect(error).to.include({ status: 404 });
    expect(error.message).to.contain("Check environmentId and userId");
  });

  it("repeats nothing of PingOne's words that hold a secret", async () => {
    const user = addUser(simulator, alice);
    const recoveryCode = await mailCode(simulator, user);
    for (const message of [`${newPassword} is bad`, `the code ${recoveryCode} is bad`]) {
      simulator.failNext("recoverPassword", { status: 400, body: { code: "INVALID_DATA", message } });
      expect((await refusal({ ...user, recoveryCode })).message).to.contain("withheld");
    }
  });
});

withSimulator("PasswordRecovery whose answer never came", (simulator) => {
  const looked = ["readPasswordState", "recoverPassword", "readPasswordState"];

  it("counts as done when PingOne made the change, without a second call", async () => {
    const user = addUser(simulator, alice);
    const args = { ...user, recoveryCode: await mailCode(simulator, user), newPassword };
    simulator.failNext("recoverPassword", { drop: "after" });
    const report = recordReport();
    const { outs } = await upAction(simulator, passwordRecovery, args, { report });
    expect(calls(simulator)).to.deep.equal(looked);
    expect(outs).to.include({
      status: "OK",
      recoveredAt: simulator.readUser(user.userId)?.password.lastChangedAt,
    });
    expect(report.infos).to.deep.equal(["The password is recovered."]);
  });

  it("fails when PingOne did not make the change, and does with the next run", async () => {
    const user = addUser(simulator, alice);
    const args = { ...user, recoveryCode: await mailCode(simulator, user), newPassword };
    simulator.failNext("recoverPassword", { drop: "before" });
    await refusalOf(PingOneNetworkError, upAction(simulator, passwordRecovery, args));
    expect(calls(simulator)).to.deep.equal(looked);
    simulator.failNext("recoverPassword", { status: 500 });
    const error = await refusalOf(PingOneApiError, upAction(simulator, passwordRecovery, args));
    expect(error.status).to.equal(500);
    expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
    await upAction(simulator, passwordRecovery, args);
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("is repeated when nothing was done for sure", async () => {
    const user = addUser(simulator, alice);
    const args = { ...user, recoveryCode: await mailCode(simulator, user), newPassword };
    simulator.failNext("recoverPassword", { status: 429 });
    expect((await upAction(simulator, passwordRecovery, args)).outs.status).to.equal("OK");
  });
});
