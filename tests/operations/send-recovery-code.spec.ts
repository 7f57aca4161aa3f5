import { expect } from "chai";
import { PingOneApiError, PingOneNetworkError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { recoverPassword } from "../../provider/operations/recover-password";
import { sendRecoveryCode } from "../../provider/operations/send-recovery-code";
import type { SeedUser } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { mailedCode } from "./mailed-code";
import { unknownUser } from "./unknown-user";

const DAY = 24 * 3600 * 1000;
const password = "Secret-Word.42";
const alice = { email: "alice@example.com", password };

withSimulator("sendRecoveryCode", (simulator) => {
  const send = (user: UserRef) => transportTo(simulator)(sendRecoveryCode, user);
  const recover = (user: UserRef, recoveryCode: string) =>
    transportTo(simulator)(recoverPassword, { ...user, recoveryCode, newPassword: "New-Secret.43" });

  it("sends password.sendRecoveryCode without a body", async () => {
    const user = addUser(simulator, alice);
    await send(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "POST",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.sendRecoveryCode+json"],
      body: undefined,
    });
  });

  it("has a code mailed to the user and leaves the password as it is", async () => {
    const user = addUser(simulator, alice);
    const before = simulator.readUser(user.userId)?.password;
    expect(await send(user)).to.equal(true);
    const [mail, ...others] = simulator.mail.list();
    expect(others).to.deep.equal([]);
    expect(mail).to.include({ userId: user.userId, to: "alice@example.com", type: "recoveryCode" });
    expect(mail?.code).to.match(/^[A-Z0-9]{8}$/);
    expect(simulator.readUser(user.userId)?.password).to.deep.equal(before);
    expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
  });

  it("has another code mailed each time, which takes the older one's place", async () => {
    const user = addUser(simulator, alice);
    await send(user);
    const first = mailedCode(simulator, user.userId);
    await send(user);
    await refusalOf(PingOneApiError, recover(user, first));
    expect((await recover(user, mailedCode(simulator, user.userId))).status).to.equal("OK");
  });

  it("is answered for a user who has to change the password, and for a locked account", async () => {
    const mustChange = addUser(simulator, { ...alice, username: "bob", forceChange: true });
    const locked = addUser(simulator, { ...alice, username: "carol", accountLocked: true });
    await send(mustChange);
    await send(locked);
    const readers = simulator.mail.list().map(({ username }) => username);
    expect(readers).to.deep.equal(["bob", "carol"]);
  });

  const refusals: readonly (readonly [
    who: string,
    user: Partial<SeedUser>,
    detail: string,
    advice: string,
  ])[] = [
    ["a disabled user", { ...alice, enabled: false }, "ACCOUNT_NOT_USABLE", "enable or unlock it"],
    ["a user without a password", { email: alice.email }, "NO_PASSWORD", "set one first"],
    ["a password that is locked out", { ...alice, locked: true }, "PASSWORD_LOCKED_OUT", "PasswordUnlock"],
    ["a user without an address", { password }, "CONSTRAINT_VIOLATION", "email: "],
    [
      "a password that an external gateway holds",
      { email: alice.email, external: true },
      "CONSTRAINT_VIOLATION",
      "external gateway",
    ],
  ];
  for (const [who, user, detail, advice] of refusals) {
    it(`is refused for ${who}`, async () => {
      const error = await refusalOf(PingOneApiError, send(addUser(simulator, user)));
      expect(error).to.include({ operation: "sendRecoveryCode", status: 400, code: "REQUEST_FAILED" });
      expect(error.details.map(({ code }) => code)).to.deep.equal([detail]);
      expect(error.message).to.contain(advice);
      expect(simulator.mail.list()).to.deep.equal([]);
      expect(calls(simulator)).to.have.length(1);
    });
  }

  it("says how long a lockout keeps the code back", async () => {
    const user = addUser(simulator, { ...alice, locked: true });
    simulator.advance(600_000);
    const error = await refusalOf(PingOneApiError, send(user));
    expect(error.details[0]?.innerError).to.deep.equal({ secondsUntilUnlock: 300 });
    simulator.advance(300_000);
    expect(await send(user)).to.equal(true);
  });

  it("is refused, and not sent again, when the user has had all the mails of a day", async () => {
    const user = addUser(simulator, alice);
    // A day of UTC that has just begun: what is left of it is too long to wait for.
    simulator.advance(DAY - (simulator.now().getTime() % DAY));
    const transport = transportTo(simulator);
    for (let count = 0; count < 50; count += 1) {
      await transport(sendRecoveryCode, user);
    }
    simulator.ledger.clear();
    const error = await refusalOf(PingOneApiError, transport(sendRecoveryCode, user));
    expect(error).to.include({ status: 429, code: "REQUEST_LIMITED" });
    expect(error.details[0]?.code).to.equal("QUOTA_EXCEEDED");
    expect(error.retryAfter).to.be.within(86_000, 86_400);
    expect(error.message).to.contain("PingOne's quota is used up (50 e-mails per user and day");
    expect(calls(simulator)).to.deep.equal(["sendRecoveryCode"]);
    expect(simulator.mail.list(user.userId)).to.have.length(50);
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, send(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is not sent again after a failure that leaves it open", async () => {
    const user = addUser(simulator, alice);
    simulator.failNext("sendRecoveryCode", { status: 500 });
    await refusalOf(PingOneApiError, send(user));
    simulator.failNext("sendRecoveryCode", { drop: "after" });
    expect(await refusalOf(PingOneNetworkError, send(user))).to.include({ unclear: true });
    expect(calls(simulator)).to.deep.equal(["sendRecoveryCode", "sendRecoveryCode"]);
    expect(simulator.mail.list()).to.have.length(1);
  });

  it("is not sent again after a 503 that is not PingOne's, behind which it may have been taken", async () => {
    simulator.failNext("sendRecoveryCode", { status: 503, body: "upstream connect error" });
    expect(await refusalOf(PingOneApiError, send(addUser(simulator, alice)))).to.include({ status: 503 });
    expect(calls(simulator)).to.have.length(1);
  });

  it("is sent again when it was turned away at the door", async () => {
    const user = addUser(simulator, alice);
    simulator.failNext("sendRecoveryCode", {
      status: 503,
      body: { code: "SERVICE_UNAVAILABLE", message: "later" },
    });
    await send(user);
    expect(calls(simulator)).to.have.length(2);
    expect(simulator.mail.list()).to.have.length(1);
  });

  it("takes an empty answer for a success", async () => {
    simulator.failNext("sendRecoveryCode", { status: 200 });
    expect(await send(addUser(simulator, alice))).to.equal(true);
  });

  for (const body of [{ code: "INVALID_DATA", message: "no" }, "<html>Sign on</html>"]) {
    it(`does not take ${JSON.stringify(body)} for a success`, async () => {
      simulator.failNext("sendRecoveryCode", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, send(addUser(simulator, alice)));
    });
  }
});
