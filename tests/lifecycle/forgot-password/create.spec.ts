import { expect } from "chai";
import { PingOneApiError, PingOneError } from "../../../provider/errors";
import { forgotPassword, type ForgotPasswordState } from "../../../provider/lifecycle/forgot-password";
import type { Props } from "../../../provider/lifecycle";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport } from "../../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../../helpers/with-simulator";
import { lastCode } from "../mail-code";
import { type Run, upAction } from "../up-action";

const alice = { password: "Old-Secret.42", email: "alice@example.com" };
const said = "PingOne mails a recovery code, good for 5 minutes, if there is such a user.";

withSimulator("ForgotPassword", (simulator) => {
  const declare = (more: Props = {}) => ({
    environmentId: simulator.environmentId,
    username: "alice",
    applicationId: simulator.application.clientId,
    ...more,
  });
  const up = (args: Props, run: Run<ForgotPasswordState> = {}) =>
    upAction(simulator, forgotPassword, args, run);

  it("has one code mailed at a sign-on, which no output holds", async () => {
    const { userId } = addUser(simulator, alice);
    const report = recordReport();
    const start = Date.now();
    const inputs = declare({ triggers: ["first"] });
    const stored = await up(inputs, { report });
    expect(calls(simulator)).to.deep.equal(["startFlow", "forgotPassword"]);
    expect(lastRequest(simulator, "forgotPassword").body).to.deep.equal({ username: "alice" });
    expect(simulator.mail.list().map((mail) => mail.userId)).to.deep.equal([userId]);
    const { sentAt, ...outs } = stored.outs;
    expect({ ...stored, outs }).to.deep.equal({
      id: `${simulator.environmentId}/alice/forgot`,
      inputs,
      outs: { ...inputs, flowStatus: "RECOVERY_CODE_REQUIRED", sent: "confirmed" },
    });
    expect(Date.parse(sentAt)).to.be.within(start, Date.now());
    expect(report.infos).to.deep.equal([said]);
    expect(JSON.stringify({ stored, report })).not.to.contain(lastCode(simulator));
  });

  it("keeps a name in one part of the id, whatever it holds", async () => {
    addUser(simulator, { ...alice, username: "a/b c" });
    const { id } = await up(declare({ username: "a/b c" }));
    expect(id).to.equal(`${simulator.environmentId}/a%2Fb%20c/forgot`);
    expect(simulator.mail.list()).to.have.length(1);
  });

  it("answers the same for a user who does not exist, or gets no code", async () => {
    addUser(simulator, alice);
    addUser(simulator, { ...alice, username: "disabled", enabled: false });
    const outcomes: object[] = [];
    for (const username of ["alice", "nobody", "disabled"]) {
      const report = recordReport();
      const { outs } = await up(declare({ username }), { report });
      const { infos, warnings } = report;
      outcomes.push({ ...outs, infos, warnings, username: "", sentAt: "" });
    }
    expect(outcomes[1]).to.deep.equal(outcomes[0]);
    expect(outcomes[2]).to.deep.equal(outcomes[0]);
    expect(simulator.mail.list()).to.have.length(1);
  });

  it("mails nothing without a new trigger, not even for another application", async () => {
    addUser(simulator, alice);
    const before = await up(declare({ triggers: ["first"] }));
    expect(await up(declare({ triggers: ["first"] }), { before })).to.equal(before);
    const other = declare({ triggers: ["first"], applicationId: "another" });
    expect((await up(other, { before })).outs).to.deep.equal({ ...before.outs, applicationId: "another" });
    expect(simulator.mail.list()).to.have.length(1);
  });

  it("mails another code when a trigger changed, or the user", async () => {
    addUser(simulator, alice);
    const bob = addUser(simulator, { ...alice, username: "bob" });
    const before = await up(declare({ triggers: ["first"] }));
    const after = await up(declare({ triggers: ["second"] }), { before });
    expect(after.id).to.equal(before.id);
    expect(simulator.mail.list()).to.have.length(2);
    const other = await up(declare({ username: "bob", triggers: ["second"] }), { before: after });
    expect(other.id).to.equal(`${simulator.environmentId}/bob/forgot`);
    expect(simulator.mail.list(bob.userId)).to.have.length(1);
  });

  it("is kept as unconfirmed when the answer never came, with one mail and no other", async () => {
    addUser(simulator, alice);
    simulator.failNext("forgotPassword", { drop: "after" });
    const report = recordReport();
    const before = await up(declare(), { report });
    expect(before.outs).to.include({ sent: "unconfirmed", flowStatus: "USERNAME_PASSWORD_REQUIRED" });
    expect(report.warnings).to.have.length(1);
    expect(report.warnings[0])
      .to.contain("Whether a recovery code was mailed is not known, and it is not sent again: forgotPassword")
      .and.to.contain("change triggers to send a new code");
    expect(report.infos).to.deep.equal([]);
    expect(await up(declare(), { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal(["startFlow", "forgotPassword"]);
    expect(simulator.mail.list()).to.have.length(1);
  });

  it("is repeated, and confirmed, after what comes before anything is done", async () => {
    addUser(simulator, alice);
    simulator.failNext("forgotPassword", { status: 429 });
    simulator.failNext("startFlow", { status: 500 });
    expect((await up(declare())).outs.sent).to.equal("confirmed");
    expect(simulator.mail.list()).to.have.length(1);
  });

  it("fails when it is refused, and mails with the next run", async () => {
    addUser(simulator, alice);
    simulator.failNext("forgotPassword", { status: 403, body: { code: "ACCESS_FAILED", message: "no" } });
    const error = await refusalOf(PingOneApiError, up(declare()));
    expect(error).to.include({ operation: "forgotPassword", status: 403 });
    expect(error.message).to.contain("check its sign-on policy");
    expect((await up(declare())).outs.sent).to.equal("confirmed");
  });

  it("says which application it takes", async () => {
    const error = await refusalOf(PingOneError, up(declare({ applicationId: simulator.worker.clientId })));
    expect(error.message).to.contain("Check applicationId").and.to.contain("a worker application is none");
    expect(simulator.mail.list()).to.deep.equal([]);
  });

  it("stops, and mails nothing, at a sign-on that does not begin with a name", async () => {
    addUser(simulator, alice);
    simulator.failNext("startFlow", {
      status: 200,
      body: { id: "f", status: "EXTERNAL_AUTHENTICATION_REQUIRED" },
    });
    const error = await refusalOf(PingOneError, up(declare()));
    expect(error.message).to.contain("The sign-on stops at EXTERNAL_AUTHENTICATION_REQUIRED");
    expect(calls(simulator)).to.deep.equal(["startFlow"]);
  });

  it("stops at a sign-on that waits for something else than the code", async () => {
    simulator.failNext("forgotPassword", { status: 200, body: { id: "f", status: "OTP_REQUIRED" } });
    const error = await refusalOf(PingOneError, up(declare()));
    expect(error.message).to.contain("The sign-on stops at OTP_REQUIRED");
  });

  it("waits for no code where none is to be recovered with", async () => {
    addUser(simulator, alice);
    const { outs } = await up(declare());
    expect(outs).not.to.have.property("recoveredAt");
  });
});
