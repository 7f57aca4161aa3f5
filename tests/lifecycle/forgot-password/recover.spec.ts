import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { expect } from "chai";
import { PartialFailure } from "../../../provider/errors";
import { forgotPassword, type ForgotPasswordState } from "../../../provider/lifecycle/forgot-password";
import type { Props } from "../../../provider/lifecycle";
import type { Send } from "../../../provider/transport";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../../helpers/with-simulator";
import { lastCode } from "../mail-code";
import { keptAfter, type Run, upAction } from "../up-action";

const password = "Old-Secret.42";
const newPassword = "New-Secret.43";
const alice = { password, email: "alice@example.com" };
const walk = ["startFlow", "forgotPassword", "recoverInFlow"];

withSimulator("ForgotPassword that recovers", (simulator) => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "forgot-password-"));
    file = join(folder, "code.txt");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const declare = (more: Props = {}) => ({
    environmentId: simulator.environmentId,
    username: "alice",
    applicationId: simulator.application.clientId,
    recoveryCodeFrom: { file },
    ...more,
  });
  /** Carries everything out, and brings the mailed code to the file as soon as it is sent. */
  function withMailman(read: () => string = () => lastCode(simulator)): Send {
    const send = transportTo(simulator);
    return async (operation, params) => {
      const result = await send(operation, params);
      if (operation.name === "forgotPassword") {
        writeFileSync(file, `${read()}\n`);
      }
      return result;
    };
  }
  const up = (args: Props, run: Run<ForgotPasswordState> = {}) =>
    upAction(simulator, forgotPassword, args, { send: withMailman(), ...run });

  it("sets the new password once the code is in the file, and keeps nothing of either", async () => {
    const { userId } = addUser(simulator, alice);
    const report = recordReport();
    const inputs = declare({ triggers: ["first"] });
    const stored = await up({ ...inputs, newPassword }, { report });
    expect(calls(simulator)).to.deep.equal(walk);
    expect(lastRequest(simulator, "recoverInFlow").body).to.deep.equal({
      recoveryCode: lastCode(simulator),
      newPassword,
    });
    expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
    const { sentAt, recoveredAt, ...outs } = stored.outs;
    expect({ ...stored, outs }).to.deep.equal({
      id: `${simulator.environmentId}/alice/forgot`,
      inputs,
      outs: { ...inputs, flowStatus: "COMPLETED", sent: "confirmed" },
    });
    expect(Date.parse(recoveredAt ?? "")).to.be.within(Date.parse(sentAt), Date.now());
    expect(report.infos.slice(1)).to.deep.equal([
      `Waiting up to 5 minutes for the recovery code in ${file}.`,
      "The password is recovered.",
    ]);
    expect(report.warnings).to.deep.equal([]);
    const kept = inspect({ ...stored, ...report }, { depth: Infinity });
    expect(kept).not.to.contain(newPassword).and.not.to.contain(lastCode(simulator));
  });

  it("waits for whoever reads the mail meanwhile, and takes no code that stood in the file before", async () => {
    const { userId } = addUser(simulator, alice);
    writeFileSync(file, "OLDCODE1");
    const waiting = up({ ...declare(), newPassword }, { send: transportTo(simulator) });
    while (simulator.mail.list(userId).length === 0) {
      await sleep(2);
    }
    writeFileSync(file, lastCode(simulator));
    expect((await waiting).outs.flowStatus).to.equal("COMPLETED");
    expect(calls(simulator)).to.deep.equal(walk);
    expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
  });

  it("recovers nothing when nobody knows whether a code was mailed", async () => {
    const { userId } = addUser(simulator, alice);
    simulator.failNext("forgotPassword", { drop: "after" });
    const failure = await refusalOf(PartialFailure, up({ ...declare(), newPassword }));
    expect(failure.message)
      .to.contain("Whether a recovery code was mailed is not known")
      .and.to.contain("no other code is mailed without a new trigger");
    expect(failure.properties).to.include({ sent: "unconfirmed" }).and.not.to.have.property("recoveredAt");
    expect(calls(simulator)).to.deep.equal(["startFlow", "forgotPassword"]);
    expect(simulator.verifyPassword(userId, password)).to.equal(true);
  });

  it("says that the sign-on asks for more once the password is recovered", async () => {
    const { userId } = addUser(simulator, { ...alice, mfaEnabled: true });
    const report = recordReport();
    const { outs } = await up({ ...declare(), newPassword }, { report });
    expect(outs.flowStatus).to.equal("OTP_REQUIRED");
    expect(outs).to.have.property("recoveredAt");
    expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
    expect(report.warnings).to.deep.equal([
      "The sign-on that recovered it goes on with OTP_REQUIRED, which is for the user to do.",
    ]);
  });

  it("keeps that it ran when the file or the password is taken out later", async () => {
    addUser(simulator, alice);
    const before = await up({ ...declare(), newPassword });
    simulator.ledger.clear();
    expect(await up(declare(), { before })).to.equal(before);
    const { recoveryCodeFrom: _file, ...mail } = declare();
    const after = await up(mail, { before });
    expect(after.outs).to.deep.equal({ ...mail, ...withoutFile(before.outs) });
    expect(await up(mail, { before: after }), "no change is left").to.equal(after);
    expect(calls(simulator)).to.deep.equal([]);
  });

  describe("and is refused", () => {
    /** What the run fails with; what the engine keeps of it. */
    async function refusal(args: Props, read?: () => string) {
      const { newPassword: _secret, ...inputs } = args;
      const failure = await refusalOf(PartialFailure, up(args, { send: withMailman(read) }));
      for (const secret of [args["newPassword"], lastCode(simulator)]) {
        expect(inspect(failure, { depth: Infinity })).not.to.contain(secret);
      }
      return { failure, before: keptAfter<ForgotPasswordState>(failure, inputs) };
    }
    const kept = "The password is not recovered; no other code is mailed without a new trigger.";

    it("keeps that the mail went out, and sends no other with the next run", async () => {
      const { userId } = addUser(simulator, alice);
      const args = declare({ newPassword, triggers: ["first"] });
      const { failure, before } = await refusal(args, () => "WRONG123");
      expect(failure.id).to.equal(`${simulator.environmentId}/alice/forgot`);
      expect(failure.message).to.contain("recovery code was invalid or expired").and.to.contain(kept);
      expect(failure.properties).to.deep.include({
        ...declare({ triggers: ["first"] }),
        flowStatus: "RECOVERY_CODE_REQUIRED",
        sent: "confirmed",
      });
      const report = recordReport();
      expect(await up(args, { before, report })).to.equal(before);
      expect(report.warnings.join()).to.contain("The last run did not recover the password: change triggers");
      expect(simulator.mail.list()).to.have.length(1);
      const { outs } = await up({ ...args, triggers: ["second"] }, { before });
      expect(outs.flowStatus).to.equal("COMPLETED");
      expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
      expect(simulator.mail.list()).to.have.length(2);
    });

    it("stays failed when the engine asks to complete it, until a trigger changes", async () => {
      addUser(simulator, alice);
      const args = declare({ newPassword, triggers: ["first"] });
      const { before } = await refusal(args, () => "WRONG123");
      const lifecycle = forgotPassword(createSession(simulator));
      const news = before.inputs as unknown as ForgotPasswordState;
      const again = await refusalOf(
        PartialFailure,
        lifecycle.update(before.id, before.outs, news, recordReport()),
      );
      expect(again.message).to.contain(
        "did not recover the password: change triggers to have a new code mailed",
      );
      expect(again.properties).to.deep.equal(before.outs);
      expect(simulator.mail.list()).to.have.length(1);
    });

    it("names the rules that the new password does not meet", async () => {
      addUser(simulator, alice);
      const { failure } = await refusal(declare({ newPassword: "aaab" }));
      expect(failure.message).to.contain("unmet rules: ").and.to.contain(kept);
    });

    it("names a sign-on that failed", async () => {
      addUser(simulator, alice);
      const error = { code: "NOT_ALLOWED", message: "no" };
      simulator.failNext("recoverInFlow", { status: 200, body: { id: "f", status: "FAILED", error } });
      const { failure } = await refusal(declare({ newPassword }));
      expect(failure.message).to.contain("The sign-on failed (NOT_ALLOWED)").and.to.contain(kept);
    });

    it("does not call the password unchanged when the answer never came", async () => {
      const { userId } = addUser(simulator, alice);
      simulator.failNext("recoverInFlow", { drop: "after" });
      const { failure } = await refusal(declare({ newPassword }));
      expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
      expect(failure.message).not.to.contain("The password is not recovered");
      expect(calls(simulator).filter((name) => name === "recoverInFlow")).to.have.length(1);
    });
  });
});

/** What a run leaves, apart from the place of the code. */
function withoutFile({ recoveryCodeFrom: _file, ...others }: ForgotPasswordState): object {
  return others;
}
