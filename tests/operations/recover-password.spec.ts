import { expect } from "chai";
import { PingOneApiError, PingOneNetworkError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { checkPassword } from "../../provider/operations/check-password";
import { lockAccount } from "../../provider/operations/lock-account";
import { recoverPassword } from "../../provider/operations/recover-password";
import { sendRecoveryCode } from "../../provider/operations/send-recovery-code";
import type { SeedUser } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { expectNoSecrets } from "../transport/expect-no-secrets";
import { mailedCode, wrongCode } from "./mailed-code";
import { unknownUser } from "./unknown-user";

const password = "Secret-Word.42";
const newPassword = "New-Secret.43";
const someCode = "ABCD1234";

withSimulator("recoverPassword", (simulator) => {
  const recover = (user: UserRef, recoveryCode = someCode, text = newPassword) =>
    transportTo(simulator)(recoverPassword, { ...user, recoveryCode, newPassword: text });
  const refusedRecovery = (user: UserRef, recoveryCode = someCode, text = newPassword) =>
    refusalOf(PingOneApiError, recover(user, recoveryCode, text));

  /** A user with the code that was mailed. */
  const withCode = async (seed: Partial<SeedUser> = {}) => {
    const user = addUser(simulator, { email: "alice@example.com", password, ...seed });
    await transportTo(simulator)(sendRecoveryCode, user);
    return { user, code: mailedCode(simulator, user.userId) };
  };
  const lockOut = async (user: UserRef) => {
    for (const count of [1, 2, 3, 4, 5]) {
      const check = transportTo(simulator)(checkPassword, { ...user, password: `Wrong-Word.${count}` });
      await refusalOf(PingOneApiError, check);
    }
  };

  it("sends recoveryCode and newPassword as password.recover", async () => {
    const { user, code } = await withCode();
    await recover(user, code);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "POST",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.recover+json"],
      body: { recoveryCode: code, newPassword },
    });
  });

  it("sets the password and answers the state, with the code in any case", async () => {
    const { user, code } = await withCode({ forceChange: true });
    const state = await recover(user, code.toLowerCase());
    const stored = simulator.readUser(user.userId)?.password;
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
    expect(state).to.deep.equal({
      status: "OK",
      lastChangedAt: stored?.lastChangedAt,
      passwordPolicyId: stored?.passwordPolicyId,
    });
  });

  it("uses the code up", async () => {
    const { user, code } = await withCode();
    await recover(user, code);
    expect((await refusedRecovery(user, code, "Third-Secret.44")).details[0]?.target).to.equal(
      "recoveryCode",
    );
  });

  it("ends a password lockout and leaves an account lock", async () => {
    const { user, code } = await withCode({ accountLocked: true });
    await lockOut(user);
    expect(simulator.readUser(user.userId)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
    expect((await recover(user, code)).status).to.equal("OK");
    expect(simulator.readUser(user.userId)?.account.status).to.equal("LOCKED");
  });

  it("is refused for a wrong code, and says how to get another", async () => {
    const { user, code } = await withCode();
    const error = await refusedRecovery(user, wrongCode(code));
    expect(error).to.include({ operation: "recoverPassword", status: 400, code: "INVALID_DATA" });
    expect(error.details).to.deep.equal([
      {
        code: "INVALID_VALUE",
        target: "recoveryCode",
        message: "The provided password recovery code was invalid or expired",
      },
    ]);
    expect(error.message).to.contain("Send a new code (PasswordRecoveryCode with a new trigger)");
    expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
    expect((await recover(user, code)).status).to.equal("OK");
  });

  it("is refused for a user to whom no code was mailed", async () => {
    const error = await refusedRecovery(addUser(simulator, { password }));
    expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "recoveryCode" });
  });

  it("is refused for a code of five minutes ago, and not before", async () => {
    const early = await withCode({ username: "bob" });
    const late = await withCode({ username: "carol" });
    simulator.advance(290_000);
    expect((await recover(early.user, early.code)).status).to.equal("OK");
    simulator.advance(10_000);
    const error = await refusedRecovery(late.user, late.code);
    expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "recoveryCode" });
    expect(simulator.verifyPassword(late.user.userId, password)).to.equal(true);
  });

  it("is refused once five wrong tries have used the code up, until another is sent", async () => {
    const { user, code } = await withCode();
    for (let count = 0; count < 5; count += 1) {
      await refusedRecovery(user, wrongCode(code));
    }
    const error = await refusedRecovery(user, code);
    expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "recoveryCode" });
    expect(error.message).to.contain("Maximum password recovery failures exceeded");
    await transportTo(simulator)(sendRecoveryCode, user);
    expect((await recover(user, mailedCode(simulator, user.userId))).status).to.equal("OK");
  });

  for (const [what, text, rule] of [
    ["a password that the policy refuses", "aaab", "length"],
    ["the current password", password, "history"],
  ] as const) {
    it(`is refused for ${what}, which leaves the code good`, async () => {
      const { user, code } = await withCode();
      const error = await refusedRecovery(user, code, text);
      expect(error).to.include({ status: 400, code: "INVALID_DATA" });
      expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "newPassword" });
      expect(error.details[0]?.innerError?.["unsatisfiedRequirements"]).to.include(rule);
      expect(error.message).to.contain(rule).and.not.to.contain(text);
      expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
      expect((await recover(user, code)).status).to.equal("OK");
    });
  }

  it("is refused for a disabled user and for a locked account", async () => {
    const disabled = addUser(simulator, { username: "bob", password, enabled: false });
    const { user: locked, code } = await withCode();
    await transportTo(simulator)(lockAccount, locked);
    for (const error of [await refusedRecovery(disabled), await refusedRecovery(locked, code)]) {
      expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
      expect(error.details[0]?.code).to.equal("ACCOUNT_NOT_USABLE");
      expect(error.message).to.contain("enable or unlock it in PingOne");
    }
    expect(simulator.verifyPassword(locked.userId, password)).to.equal(true);
  });

  it("is refused for a password that an external gateway holds", async () => {
    const error = await refusedRecovery(addUser(simulator, { external: true }));
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusedRecovery(unknownUser(simulator))).to.include({ status: 404 });
  });

  it("is not sent again after a failure that leaves it open", async () => {
    const { user, code } = await withCode();
    simulator.ledger.clear();
    simulator.failNext("recoverPassword", { status: 500 });
    await refusedRecovery(user, code);
    simulator.failNext("recoverPassword", { drop: "after" });
    expect(await refusalOf(PingOneNetworkError, recover(user, code))).to.include({ unclear: true });
    expect(calls(simulator)).to.deep.equal(["recoverPassword", "recoverPassword"]);
  });

  for (const body of [{}, "", "<html>Sign on</html>"]) {
    it(`does not take ${JSON.stringify(body)} for a state`, async () => {
      simulator.failNext("recoverPassword", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, recover(addUser(simulator, { password })));
    });
  }

  it("withholds a refusal that repeats the code or the password", async () => {
    const user = addUser(simulator, { password });
    for (const secret of [someCode, newPassword]) {
      simulator.failNext("recoverPassword", { status: 400, body: { code: "X", message: `no ${secret}` } });
      const error = await refusedRecovery(user);
      expect(error.message).to.contain("withheld");
      expectNoSecrets(error, [secret]);
    }
  });
});
