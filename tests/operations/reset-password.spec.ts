import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { resetPassword } from "../../provider/operations/reset-password";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const newPassword = "temporary";

withSimulator("resetPassword", (simulator) => {
  const reset = (user: UserRef) => transportTo(simulator)(resetPassword, { ...user, newPassword });

  it("sends newPassword as password.reset", async () => {
    const user = addUser(simulator);
    await reset(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "PUT",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.reset+json"],
      body: { newPassword },
    });
  });

  it("gives a password past the policy that has to be changed", async () => {
    const user = addUser(simulator, { password: "Old-Secret.42" });
    expect((await reset(user)).status).to.equal("MUST_CHANGE_PASSWORD");
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("is the administrator's with a worker's token, whatever currentPassword says", async () => {
    const user = addUser(simulator, { password: "Old-Secret.42" });
    const params = { ...user, newPassword, currentPassword: "Wrong-Word.1" };
    expect((await transportTo(simulator)(resetPassword, params)).status).to.equal("MUST_CHANGE_PASSWORD");
    expect(lastRequest(simulator).body).to.deep.equal({ currentPassword: "Wrong-Word.1", newPassword });
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("clears a password lockout and leaves an account lock", async () => {
    const user = addUser(simulator, { password: "Old-Secret.42", locked: true, accountLocked: true });
    expect((await reset(user)).status).to.equal("MUST_CHANGE_PASSWORD");
    expect(simulator.readUser(user.userId)?.account.status).to.equal("LOCKED");
  });

  it("is refused for a password that an external gateway holds", async () => {
    const error = await refusalOf(PingOneApiError, reset(addUser(simulator, { external: true })));
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, reset(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is not sent again after a failure that leaves it open", async () => {
    simulator.failNext("resetPassword", { status: 500 });
    await refusalOf(PingOneApiError, reset(addUser(simulator)));
    expect(calls(simulator)).to.deep.equal(["resetPassword"]);
  });

  it("tells an answer without a status from a refusal", async () => {
    simulator.failNext("resetPassword", { status: 200, body: {} }, 5);
    await refusalOf(PingOneResponseError, reset(addUser(simulator)));
  });

  it("withholds a refusal that repeats the password", async () => {
    simulator.failNext("resetPassword", { status: 400, body: { code: "X", message: `no ${newPassword}` } });
    const error = await refusalOf(PingOneApiError, reset(addUser(simulator)));
    expect(error.message).to.contain("withheld").and.not.to.contain(newPassword);
  });
});
