import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { unlockPassword } from "../../provider/operations/unlock-password";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const password = "Secret-Word.42";

withSimulator("unlockPassword", (simulator) => {
  const unlock = (user: UserRef) => transportTo(simulator)(unlockPassword, user);

  it("sends password.unlock without a body", async () => {
    const user = addUser(simulator, { password });
    await unlock(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "POST",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.unlock+json"],
      body: undefined,
    });
  });

  it("clears a lockout and keeps the password", async () => {
    const user = addUser(simulator, { password, locked: true });
    const state = await unlock(user);
    expect(state.status).to.equal("OK");
    expect(state).not.to.have.property("secondsUntilUnlock");
    expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
  });

  it("goes back to the status held before", async () => {
    const user = addUser(simulator, { password, locked: true, forceChange: true });
    expect((await unlock(user)).status).to.equal("MUST_CHANGE_PASSWORD");
  });

  it("leaves an account lock", async () => {
    const user = addUser(simulator, { password, locked: true, accountLocked: true });
    await unlock(user);
    expect(simulator.readUser(user.userId)?.account.status).to.equal("LOCKED");
  });

  it("changes nothing for a password that is not locked", async () => {
    const user = addUser(simulator, { password });
    const before = simulator.readUser(user.userId)?.password;
    expect((await unlock(user)).status).to.equal("OK");
    expect(simulator.readUser(user.userId)?.password).to.deep.equal(before);
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, unlock(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("unlockPassword", { drop: "after" });
    expect((await unlock(addUser(simulator, { password, locked: true }))).status).to.equal("OK");
    expect(calls(simulator)).to.deep.equal(["unlockPassword", "unlockPassword"]);
  });

  it("tells an answer without a status from a refusal", async () => {
    simulator.failNext("unlockPassword", { status: 200 }, 5);
    await refusalOf(PingOneResponseError, unlock(addUser(simulator, { password })));
  });
});
