import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { forcePasswordChange } from "../../provider/operations/force-password-change";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const password = "Secret-Word.42";

withSimulator("forcePasswordChange", (simulator) => {
  const force = (user: UserRef) => transportTo(simulator)(forcePasswordChange, user);

  it("sends password.forceChange without a body", async () => {
    const user = addUser(simulator, { password });
    await force(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "POST",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.forceChange"],
      body: undefined,
    });
  });

  it("keeps the password and asks for another", async () => {
    const user = addUser(simulator, { password });
    expect((await force(user)).status).to.equal("MUST_CHANGE_PASSWORD");
    expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
  });

  it("clears a password lockout and leaves an account lock", async () => {
    const user = addUser(simulator, { password, locked: true, accountLocked: true });
    expect((await force(user)).status).to.equal("MUST_CHANGE_PASSWORD");
    expect(simulator.readUser(user.userId)?.account.status).to.equal("LOCKED");
  });

  it("is refused for a user without a password", async () => {
    const error = await refusalOf(PingOneApiError, force(addUser(simulator)));
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
    expect(error.details[0]?.code).to.equal("NO_PASSWORD");
  });

  it("is refused for a password that an external gateway holds", async () => {
    const error = await refusalOf(PingOneApiError, force(addUser(simulator, { external: true })));
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, force(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("forcePasswordChange", { status: 500 });
    expect((await force(addUser(simulator, { password }))).status).to.equal("MUST_CHANGE_PASSWORD");
    expect(calls(simulator)).to.deep.equal(["forcePasswordChange", "forcePasswordChange"]);
  });

  it("tells an answer without a status from a refusal", async () => {
    simulator.failNext("forcePasswordChange", { status: 200, body: {} }, 5);
    await refusalOf(PingOneResponseError, force(addUser(simulator, { password })));
  });
});
