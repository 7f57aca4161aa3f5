import { inspect } from "node:util";
import { expect } from "chai";
import { passwordReset, type PasswordResetState } from "../../../provider/lifecycle/password-reset";
import type { Props } from "../../../provider/lifecycle";
import { recordReport } from "../../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../../helpers/with-simulator";
import { type Run, upAction } from "../up-action";

const currentPassword = "Old-Secret.42";
const newPassword = "New-Secret.43";
const walk = [
  "readPasswordState",
  "readUser",
  "startFlow",
  "readFlow",
  "checkUsernamePassword",
  "resetInFlow",
];

withSimulator("PasswordReset", (simulator) => {
  /** What a program declares for a user who has to choose another password. */
  function declare(user: object = {}) {
    const ref = addUser(simulator, { password: currentPassword, forceChange: true, ...user });
    return {
      ref,
      inputs: { ...ref, applicationId: simulator.application.clientId, triggers: ["first"] },
      secrets: { currentPassword, newPassword },
    };
  }
  const up = (args: Props, run: Run<PasswordResetState> = {}) =>
    upAction(simulator, passwordReset, args, run);

  it("signs on and sets the new password, and keeps nothing of either", async () => {
    const { ref, inputs, secrets } = declare();
    const report = recordReport();
    const start = Date.now();
    const stored = await up({ ...inputs, ...secrets }, { report });
    expect(calls(simulator)).to.deep.equal(walk);
    const { password, lastSignOn } = simulator.readUser(ref.userId) ?? {};
    expect(password?.status).to.equal("OK");
    expect(lastSignOn).not.to.equal(undefined);
    expect(simulator.verifyPassword(ref.userId, newPassword)).to.equal(true);
    const { completedAt, ...outs } = stored.outs;
    expect({ ...stored, outs }).to.deep.equal({
      id: `${ref.environmentId}/${ref.userId}/reset`,
      inputs,
      outs: { ...inputs, flowStatus: "COMPLETED" },
    });
    expect(Date.parse(completedAt ?? "")).to.be.within(start, Date.now());
    expect(report.infos).to.deep.equal(["The new password is set, and the sign-on completed."]);
    expect(report.warnings).to.deep.equal([]);
    const kept = inspect({ ...stored, ...report }, { depth: Infinity });
    expect(kept).not.to.contain(newPassword).and.not.to.contain(currentPassword);
  });

  it("signs on as a person does: by name, at the application, without a token of ours", async () => {
    const { inputs, secrets } = declare({ username: "alice smith" });
    await up({ ...inputs, ...secrets });
    expect(lastRequest(simulator, "startFlow").path).to.contain(`client_id=${inputs.applicationId}`);
    expect(lastRequest(simulator, "checkUsernamePassword").body).to.deep.equal({
      username: "alice smith",
      password: currentPassword,
    });
    expect(lastRequest(simulator, "resetInFlow").body).to.deep.equal(secrets);
    const signOns = ["startFlow", "readFlow", "checkUsernamePassword", "resetInFlow"];
    const entries = simulator.ledger.entries.filter(({ operation }) => signOns.includes(operation ?? ""));
    expect(entries.map(({ hasAuthorization }) => hasAuthorization)).to.deep.equal([
      false,
      false,
      false,
      false,
    ]);
  });

  it("sets the new password of a user whose password has expired", async () => {
    const { ref, inputs, secrets } = declare({ forceChange: false });
    simulator.advance(200 * 86_400_000);
    expect(simulator.readUser(ref.userId)?.password.status).to.equal("PASSWORD_EXPIRED");
    expect((await up({ ...inputs, ...secrets })).outs.flowStatus).to.equal("COMPLETED");
    expect(calls(simulator)).to.deep.equal(walk);
    expect(simulator.verifyPassword(ref.userId, newPassword)).to.equal(true);
  });

  it("does nothing, and says so, when nothing is asked of the user", async () => {
    const { ref, inputs, secrets } = declare({ forceChange: false });
    const report = recordReport();
    const { outs } = await up({ ...inputs, ...secrets }, { report });
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    expect(outs).to.deep.equal(inputs);
    expect(report.infos).to.deep.equal([
      "Nothing is asked of the user (the password is OK): no sign-on was made, and the password stays as it is.",
    ]);
    expect(simulator.verifyPassword(ref.userId, currentPassword)).to.equal(true);
  });

  it("leaves the password alone when the sign-on asks for no other after all", async () => {
    const { ref, inputs, secrets } = declare({ forceChange: false });
    const id = simulator.readUser(ref.userId)?.password.passwordPolicyId;
    simulator.failNext("readPasswordState", {
      status: 200,
      body: { status: "MUST_CHANGE_PASSWORD", passwordPolicy: { id } },
    });
    const report = recordReport();
    expect((await up({ ...inputs, ...secrets }, { report })).outs.flowStatus).to.equal("COMPLETED");
    expect(report.infos).to.deep.equal(["The sign-on asked for no other password: it stays as it is."]);
    expect(simulator.verifyPassword(ref.userId, currentPassword)).to.equal(true);
  });

  it("says that the sign-on asks for more once the new password is set", async () => {
    const { ref, inputs, secrets } = declare({ mfaEnabled: true });
    const report = recordReport();
    expect((await up({ ...inputs, ...secrets }, { report })).outs.flowStatus).to.equal("OTP_REQUIRED");
    expect(simulator.verifyPassword(ref.userId, newPassword)).to.equal(true);
    expect(report.warnings).to.deep.equal([
      "The new password is set. The sign-on goes on with OTP_REQUIRED, which is for the user to do: nobody is signed on yet.",
    ]);
  });

  it("makes no call without a new trigger, whatever became of the password or the secrets", async () => {
    const { inputs, secrets } = declare();
    const before = await up({ ...inputs, ...secrets });
    simulator.ledger.clear();
    expect(await up(inputs, { before })).to.equal(before);
    expect(await up({ ...inputs, newPassword: "Next-Secret.44" }, { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("looks again when a trigger changed, and has nothing to do", async () => {
    const { inputs, secrets } = declare();
    const before = await up({ ...inputs, ...secrets });
    simulator.ledger.clear();
    const news = { ...inputs, ...secrets, triggers: ["second"] };
    const { id, outs } = await up(news, { before });
    expect(id).to.equal(before.id);
    expect(outs).to.deep.equal({ ...inputs, triggers: ["second"] });
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });
});
