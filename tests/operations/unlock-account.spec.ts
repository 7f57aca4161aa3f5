import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { unlockAccount } from "../../provider/operations/unlock-account";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const password = "Secret-Word.42";

withSimulator("unlockAccount", (simulator) => {
  const unlock = (user: UserRef) => transportTo(simulator)(unlockAccount, user);

  it("sends account.unlock without a body", async () => {
    const user = addUser(simulator);
    await unlock(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "POST",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}`,
      contentTypes: ["application/vnd.pingidentity.account.unlock+json"],
      body: undefined,
    });
  });

  it("lifts the lock, answers the user and leaves the password", async () => {
    const user = addUser(simulator, { password, accountLocked: true });
    const { id, account } = await unlock(user);
    expect(id).to.equal(user.userId);
    expect(account).to.deep.equal({ status: "OK", canAuthenticate: true });
    expect(simulator.readUser(user.userId)?.account.status).to.equal("OK");
    expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
  });

  it("leaves a password lockout, which still shows as a lock", async () => {
    const user = addUser(simulator, { password, locked: true, accountLocked: true });
    expect((await unlock(user)).account).to.deep.equal({ status: "LOCKED", canAuthenticate: false });
    expect(simulator.readUser(user.userId)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
  });

  it("leaves a lock by MFA", async () => {
    const user = addUser(simulator, { accountLocked: true, mfa: { locked: true } });
    const { lockedAt } = simulator.readUser(user.userId)?.mfa ?? {};
    expect(lockedAt).to.be.a("string");
    expect((await unlock(user)).account).to.deep.equal({
      status: "LOCKED",
      canAuthenticate: false,
      lockedAt,
    });
  });

  it("changes nothing for an account that is not locked", async () => {
    const user = addUser(simulator, { password });
    const before = simulator.readUser(user.userId);
    expect((await unlock(user)).account.status).to.equal("OK");
    expect(simulator.readUser(user.userId)).to.deep.equal(before);
  });

  it("does not enable a disabled user", async () => {
    const user = await unlock(addUser(simulator, { enabled: false, accountLocked: true }));
    expect(user).to.deep.include({ enabled: false, account: { status: "OK", canAuthenticate: false } });
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, unlock(unknownUser(simulator)))).to.include({
      operation: "unlockAccount",
      status: 404,
    });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("unlockAccount", { drop: "after" });
    expect((await unlock(addUser(simulator, { accountLocked: true }))).account.status).to.equal("OK");
    expect(calls(simulator)).to.deep.equal(["unlockAccount", "unlockAccount"]);
  });

  for (const body of ["<html>", "", { status: "OK" }]) {
    it(`does not take ${JSON.stringify(body)} for a user`, async () => {
      simulator.failNext("unlockAccount", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, unlock(addUser(simulator)));
    });
  }
});
