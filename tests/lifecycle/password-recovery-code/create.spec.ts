import { expect } from "chai";
import { PingOneApiError, PingOneNetworkError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import {
  passwordRecoveryCode,
  type PasswordRecoveryCodeState,
} from "../../../provider/lifecycle/password-recovery-code";
import { createTransport } from "../../../provider/transport/transport";
import type { SeedUser } from "../../../simulator";
import { refusalOf } from "../../errors/refusal-of";
import { connectionTo, quickRetry, recordReport } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { type Run, upAction } from "../up-action";

const alice = { password: "Secret-Word.42", email: "alice@example.com" };

withSimulator("PasswordRecoveryCode", (simulator) => {
  const up = (args: Props, run: Run<PasswordRecoveryCodeState> = {}) =>
    upAction(simulator, passwordRecoveryCode, args, run);

  it("has one code mailed, which no output holds", async () => {
    const user = addUser(simulator, alice);
    const report = recordReport();
    const start = Date.now();
    const { id, inputs, outs } = await up({ ...user, triggers: ["first"] }, { report });
    expect(calls(simulator)).to.deep.equal(["sendRecoveryCode"]);
    expect(id).to.equal(`${user.environmentId}/${user.userId}/recovery-code`);
    const [mail, ...more] = simulator.mail.list(user.userId);
    expect(more).to.deep.equal([]);
    expect(mail?.to).to.equal(alice.email);
    const { sentAt, expiresAt, ...others } = outs;
    expect(others).to.deep.equal({ ...user, triggers: ["first"], sent: "confirmed" });
    expect(Date.parse(sentAt)).to.be.within(start, Date.now());
    expect(Date.parse(expiresAt) - Date.parse(sentAt)).to.equal(300_000);
    expect(JSON.stringify({ id, inputs, outs, ...report })).not.to.contain(mail?.code);
    expect(report.infos).to.deep.equal(["PingOne mails the user a recovery code, good for 5 minutes."]);
    expect(report.warnings).to.deep.equal([]);
  });

  it("mails nothing while the triggers are the same", async () => {
    const args = { ...addUser(simulator, alice), triggers: ["first"] };
    const before = await up(args);
    simulator.advance(600_000);
    expect(await up(args, { before })).to.equal(before);
    expect(simulator.mail.list()).to.have.length(1);
  });

  it("mails another code when a trigger changed", async () => {
    const user = addUser(simulator, alice);
    const before = await up({ ...user, triggers: ["first"] });
    const { id, outs } = await up({ ...user, triggers: ["second"] }, { before });
    expect(id).to.equal(before.id);
    expect(outs).to.deep.include({ sent: "confirmed", triggers: ["second"] });
    expect(new Set(simulator.mail.list(user.userId).map(({ code }) => code)).size).to.equal(2);
  });

  it("mails the other user when the user changes", async () => {
    const before = await up(addUser(simulator, alice));
    simulator.mail.clear();
    const bob = addUser(simulator, { ...alice, username: "bob" });
    await up(bob, { before });
    expect(simulator.mail.list().map(({ userId }) => userId)).to.deep.equal([bob.userId]);
  });

  const { password, email } = alice;
  const refused: readonly (readonly [what: string, user: Partial<SeedUser>, said: string])[] = [
    ["is disabled", { ...alice, enabled: false }, "The user is disabled: enable it in PingOne"],
    [
      "is locked out",
      { ...alice, locked: true },
      "The password is locked out: unlock it with a PasswordUnlock",
    ],
    ["has no password", { email }, "The user has no password: set one first"],
    ["has no address", { password }, "email: The user does not have an email address"],
    ["has a password behind a gateway", { email, external: true }, "external gateway (status EXTERNAL)"],
  ];
  for (const [what, attributes, said] of refused) {
    it(`fails for a user who ${what}, and says so`, async () => {
      const error = await refusalOf(PingOneApiError, up(addUser(simulator, attributes)));
      expect(error).to.include({ operation: "sendRecoveryCode", status: 400 });
      expect(error.message).to.contain(said);
      expect(simulator.mail.list()).to.deep.equal([]);
    });
  }

  it("says that the quota of mails is used up, without a repeat", async () => {
    const user = addUser(simulator, alice);
    for (let sent = 0; sent < 50; sent += 1) {
      await up(user);
    }
    simulator.ledger.clear();
    const error = await refusalOf(PingOneApiError, up(user));
    expect(error.message).to.contain("50 e-mails per user and day");
    expect(calls(simulator)).to.deep.equal(["sendRecoveryCode"]);
  });

  it("fails with what to check for a user that does not exist", async () => {
    const error = await refusalOf(PingOneApiError, up(unknownUser(simulator)));
    expect(error.status).to.equal(404);
    expect(error.message).to.contain("Check environmentId and userId");
  });

  it("fails when nothing was reached, and mails with the next run", async () => {
    const user = addUser(simulator, alice);
    const connection = { ...connectionTo(simulator), apiUrl: "http://127.0.0.1:1" };
    const send = createTransport(connection, { retry: quickRetry });
    const error = await refusalOf(PingOneNetworkError, up(user, { send }));
    expect(error.message).to.contain("ECONNREFUSED");
    expect((await up(user)).outs.sent).to.equal("confirmed");
    expect(simulator.mail.list()).to.have.length(1);
  });
});
