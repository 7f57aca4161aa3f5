import { expect } from "chai";
import { PingOneApiError, PingOneAuthError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { checkPassword } from "../../provider/operations/check-password";
import { resetPassword } from "../../provider/operations/reset-password";
import { setPasswordValue } from "../../provider/operations/set-password-value";
import type { Send } from "../../provider/transport";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { expectNoSecrets } from "../transport/expect-no-secrets";
import { transportOfUser } from "./user-transport";

const DAY = 24 * 3600 * 1000;
const currentPassword = "Secret-Word.42";
const newPassword = "New-Secret.43";

withSimulator("resetPassword as the user", (simulator) => {
  let user: UserRef;
  let send: Send;
  beforeEach(async () => {
    user = addUser(simulator, { password: currentPassword });
    // Users may not change a password of less than a day; administrators may.
    simulator.advance(DAY);
    send = await transportOfUser(simulator, currentPassword, "openid p1:reset:userPassword");
  });
  const reset = (passwords = {}) =>
    send(resetPassword, { ...user, currentPassword, newPassword, ...passwords });
  const refusedReset = (passwords = {}) => refusalOf(PingOneApiError, reset(passwords));

  it("sends both passwords as password.reset, with the user's own token", async () => {
    await reset();
    expect(lastRequest(simulator)).to.deep.equal({
      method: "PUT",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.reset+json"],
      body: { currentPassword, newPassword },
    });
    expect(simulator.ledger.entries.map(({ operation }) => operation)).to.deep.equal(["resetPassword"]);
  });

  it("changes the password, which need not be changed again", async () => {
    expect((await reset()).status).to.equal("OK");
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("is refused for a wrong current password, which counts as no failure", async () => {
    const error = await refusedReset({ currentPassword: "Wrong-Word.1" });
    expect(error).to.include({ operation: "resetPassword", status: 400, code: "INVALID_DATA" });
    expect(error.details).to.deep.equal([
      {
        code: "INVALID_VALUE",
        target: "currentPassword",
        message: "The current password provided for the user is invalid",
      },
    ]);
    expect(simulator.readUser(user.userId)?.password.failureCount).to.equal(0);
  });

  it("is refused without the current password, which is then left out of the body", async () => {
    const error = await refusedReset({ currentPassword: undefined });
    expect(lastRequest(simulator).body).to.deep.equal({ newPassword });
    expect(error.details[0]).to.include({ code: "REQUIRED_VALUE", target: "currentPassword" });
    expect(simulator.verifyPassword(user.userId, currentPassword)).to.equal(true);
  });

  it("needs no current password where there is none", async () => {
    await transportTo(simulator)(setPasswordValue, user);
    expect((await reset({ currentPassword: undefined })).status).to.equal("OK");
  });

  it("is refused with every rule of the policy that the new one does not meet", async () => {
    const error = await refusedReset({ newPassword: "aaab" });
    expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "newPassword" });
    expect(error.message)
      .to.match(/length \(.*shorter.*\)/)
      .and.to.match(/minCharacters \(.*\)/)
      .and.not.to.contain("aaab");
    expect(simulator.verifyPassword(user.userId, currentPassword)).to.equal(true);
  });

  it("is refused for a password that was changed today", async () => {
    await reset();
    const error = await refusedReset({ currentPassword: newPassword, newPassword: "Third-Word.44" });
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
    expect(error.details[0]?.code).to.equal("PASSWORD_TOO_YOUNG");
    expect(error.message).to.contain("lower minAgeDays of the user's password policy");
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("is refused while the password is locked out", async () => {
    for (const count of [1, 2, 3, 4, 5]) {
      const check = transportTo(simulator)(checkPassword, { ...user, password: `Wrong-Word.${count}` });
      await refusalOf(PingOneApiError, check);
    }
    const { details } = await refusedReset();
    expect(details[0]?.code).to.equal("PASSWORD_LOCKED_OUT");
    expect(details[0]?.innerError?.["secondsUntilUnlock"]).to.be.within(890, 900);
  });

  it("is refused for somebody else's password", async () => {
    const { userId } = addUser(simulator, { username: "bob", password: currentPassword });
    expect(await refusedReset({ userId })).to.include({ status: 403, code: "ACCESS_FAILED" });
    expect(simulator.verifyPassword(userId, currentPassword)).to.equal(true);
  });

  it("is refused for a token without the scope", async () => {
    const other = await transportOfUser(simulator, currentPassword, "openid p1:read:user");
    const attempt = other(resetPassword, { ...user, currentPassword, newPassword });
    expect(await refusalOf(PingOneApiError, attempt)).to.include({ status: 403, code: "ACCESS_FAILED" });
    expect(simulator.verifyPassword(user.userId, currentPassword)).to.equal(true);
  });

  it("is refused once the token has expired, and asks for no other", async () => {
    simulator.advance(3600 * 1000);
    const error = await refusalOf(PingOneAuthError, reset());
    expect(error.message).to.contain("a token given as such may have expired");
    expect(simulator.ledger.entries.map(({ operation }) => operation)).to.deep.equal(["resetPassword"]);
    expectNoSecrets(error, [currentPassword, newPassword]);
  });

  it("is not sent again after a failure that leaves it open", async () => {
    simulator.failNext("resetPassword", { status: 500 });
    await refusedReset();
    expect(calls(simulator)).to.deep.equal(["resetPassword"]);
  });

  it("withholds a refusal that repeats either password", async () => {
    for (const secret of [currentPassword, newPassword]) {
      simulator.failNext("resetPassword", { status: 400, body: { code: "X", message: `no ${secret}` } });
      const error = await refusedReset();
      expect(error.message).to.contain("withheld");
      expectNoSecrets(error, [secret]);
    }
  });
});
