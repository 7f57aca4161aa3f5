import { expect } from "chai";
import {
  PingOneApiError,
  PingOneError,
  PingOneResponseError,
  PingOneTimeoutError,
} from "../../../provider/errors";
import {
  passwordRecoveryCode,
  sendOnce,
  type PasswordRecoveryCodeState,
} from "../../../provider/lifecycle/password-recovery-code";
import type { Props } from "../../../provider/lifecycle";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { type Run, upAction } from "../up-action";
import { breakAfter } from "../user-password/break-after";

const alice = { password: "Secret-Word.42", email: "alice@example.com" };
const answer = (status: number) =>
  new PingOneApiError(`sendRecoveryCode failed: ${status}. Run the command again.`, {
    operation: "sendRecoveryCode",
    status,
    code: "UNEXPECTED_ERROR",
    details: [],
  });

withSimulator("PasswordRecoveryCode whose answer never came", (simulator) => {
  const up = (args: Props, run: Run<PasswordRecoveryCodeState> = {}) =>
    upAction(simulator, passwordRecoveryCode, args, run);

  const unclear: readonly (readonly [what: string, run: () => Run<PasswordRecoveryCodeState>])[] = [
    [
      "a connection that broke",
      () => {
        simulator.failNext("sendRecoveryCode", { drop: "after" });
        return {};
      },
    ],
    [
      "a time-out",
      () => {
        const late = new PingOneTimeoutError("sendRecoveryCode: no answer within 30 s. Run again.", true);
        return { send: breakAfter(transportTo(simulator), { sendRecoveryCode: late }) };
      },
    ],
    ...[500, 502, 504, 408].map(
      (status) =>
        [
          `a ${status}`,
          () => ({ send: breakAfter(transportTo(simulator), { sendRecoveryCode: answer(status) }) }),
        ] as const,
    ),
    [
      "an answer that is not PingOne's",
      () => {
        const odd = new PingOneResponseError("sendRecoveryCode: the answer (200) is odd. Check.", false);
        return { send: breakAfter(transportTo(simulator), { sendRecoveryCode: odd }) };
      },
    ],
  ];
  for (const [what, prepare] of unclear) {
    it(`is kept as unconfirmed after ${what}, and not sent again`, async () => {
      const user = addUser(simulator, alice);
      const report = recordReport();
      const { outs } = await up({ ...user, triggers: ["first"] }, { ...prepare(), report });
      expect(outs).to.include({ sent: "unconfirmed" });
      expect(Date.parse(outs.expiresAt) - Date.parse(outs.sentAt)).to.equal(300_000);
      expect(report.infos).to.deep.equal([]);
      expect(report.warnings).to.have.length(1);
      expect(report.warnings[0])
        .to.contain(
          "Whether a recovery code was mailed is not known, and it is not sent again: sendRecoveryCode",
        )
        .and.to.contain("change triggers to send a new code")
        .and.not.to.match(/run the command again/i);
      expect(simulator.mail.list()).to.have.length(1);
      expect(calls(simulator)).to.deep.equal(["sendRecoveryCode"]);
    });
  }

  it("mails nothing with the next run, but does with a new trigger", async () => {
    const user = addUser(simulator, alice);
    simulator.failNext("sendRecoveryCode", { drop: "after" });
    const before = await up({ ...user, triggers: ["first"] });
    expect(await up({ ...user, triggers: ["first"] }, { before })).to.equal(before);
    expect(simulator.mail.list()).to.have.length(1);
    const after = await up({ ...user, triggers: ["second"] }, { before });
    expect(after.outs.sent).to.equal("confirmed");
    expect(simulator.mail.list()).to.have.length(2);
  });

  it("is unconfirmed as well when nothing was mailed, which nobody here can know", async () => {
    simulator.failNext("sendRecoveryCode", { status: 500 });
    expect((await up(addUser(simulator, alice))).outs.sent).to.equal("unconfirmed");
    expect(simulator.mail.list()).to.deep.equal([]);
    expect(calls(simulator)).to.deep.equal(["sendRecoveryCode"]);
  });

  for (const [what, fault] of [
    ["a 500", { status: 500 }],
    ["a page", { status: 200, body: "<html>Sign on</html>" }],
  ] as const) {
    it(`fails, and mails with the next run, where no token could be had for ${what}`, async () => {
      const user = addUser(simulator, alice);
      simulator.failNext("token", fault, 5);
      const error = await refusalOf(PingOneError, up(user));
      expect(error.message).to.match(/^getting an access token failed/);
      expect(calls(simulator)).to.deep.equal([]);
      expect((await up(user)).outs.sent).to.equal("confirmed");
      expect(simulator.mail.list()).to.have.length(1);
    });
  }

  const body = { code: "SERVICE_UNAVAILABLE", message: "later" };
  for (const [status, fault] of [
    [429, { status: 429 }],
    [503, { status: 503, body }],
  ] as const) {
    it(`is repeated after a ${status}, which comes before anything is done, and confirmed`, async () => {
      simulator.failNext("sendRecoveryCode", fault, 2);
      const report = recordReport();
      expect((await up(addUser(simulator, alice), { report })).outs.sent).to.equal("confirmed");
      expect(calls(simulator)).to.have.length(3);
      expect(simulator.mail.list()).to.have.length(1);
      expect(report.warnings).to.deep.equal([]);
    });

    it(`fails when a ${status} lasts too long, and mails with the next run`, async () => {
      const user = addUser(simulator, alice);
      simulator.failNext("sendRecoveryCode", { ...fault, headers: { "retry-after": "3600" } });
      expect((await refusalOf(PingOneApiError, up(user))).status).to.equal(status);
      expect(simulator.mail.list()).to.deep.equal([]);
      expect((await up(user)).outs.sent).to.equal("confirmed");
      expect(simulator.mail.list()).to.have.length(1);
    });
  }

  it("is confirmed by an answer without a body", async () => {
    simulator.failNext("sendRecoveryCode", { status: 200, body: "" });
    expect((await up(addUser(simulator, alice))).outs.sent).to.equal("confirmed");
  });
});

describe("sendOnce", () => {
  it("lets a bug through", async () => {
    const error = await refusalOf(
      RangeError,
      sendOnce(
        () => Promise.reject(new RangeError("a bug")),
        () => undefined,
      ),
    );
    expect(error.message).to.equal("a bug");
  });
});
