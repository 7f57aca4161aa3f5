import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { type PasswordValue, setPasswordValue } from "../../provider/operations/set-password-value";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const value = "weak";

withSimulator("setPasswordValue", (simulator) => {
  const send = (params: PasswordValue) => transportTo(simulator)(setPasswordValue, params);

  it("sends value, forceChange and bypassPolicy as password.setValue", async () => {
    const user = addUser(simulator);
    await send({ ...user, value, forceChange: false, bypassPolicy: true });
    expect(lastRequest(simulator)).to.deep.equal({
      method: "PUT",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.setValue+json"],
      body: { value, forceChange: false, bypassPolicy: true },
    });
  });

  it("sets a value past the policy", async () => {
    const user = addUser(simulator);
    const state = await send({ ...user, value, forceChange: true, bypassPolicy: true });
    expect(state.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
  });

  it("is held to the policy without bypassPolicy", async () => {
    const user = addUser(simulator);
    const params = { ...user, value, forceChange: false, bypassPolicy: false };
    const error = await refusalOf(PingOneApiError, send(params));
    expect(error).to.include({ status: 400, code: "INVALID_DATA" });
    expect(error.message).to.contain("length");
  });

  it("takes the password away without a value", async () => {
    const user = addUser(simulator, { password: "Old-Secret.42", locked: true });
    const state = await send(user);
    expect(lastRequest(simulator).body).to.deep.equal({});
    expect(state.status).to.equal("NO_PASSWORD");
    expect(state).not.to.have.any.keys("lastChangedAt", "secondsUntilUnlock");
  });

  it("leaves an external user EXTERNAL without a value", async () => {
    expect((await send(addUser(simulator, { external: true }))).status).to.equal("EXTERNAL");
  });

  it("is refused with a value for a password that an external gateway holds", async () => {
    const user = addUser(simulator, { external: true });
    const params = { ...user, value, forceChange: false, bypassPolicy: true };
    expect(await refusalOf(PingOneApiError, send(params))).to.include({
      status: 400,
      code: "REQUEST_FAILED",
    });
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, send(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is not sent again after a failure that leaves it open", async () => {
    simulator.failNext("setPasswordValue", { status: 500 });
    await refusalOf(PingOneApiError, send(addUser(simulator)));
    expect(calls(simulator)).to.deep.equal(["setPasswordValue"]);
  });

  it("tells an answer without a status from a refusal", async () => {
    simulator.failNext("setPasswordValue", { status: 200, body: {} }, 5);
    await refusalOf(PingOneResponseError, send(addUser(simulator)));
  });

  it("withholds a refusal that repeats the value", async () => {
    simulator.failNext("setPasswordValue", { status: 400, body: `refused: ${value}` });
    const params = { ...addUser(simulator), value, forceChange: false, bypassPolicy: true };
    const error = await refusalOf(PingOneApiError, send(params));
    expect(error.message).to.contain("withheld").and.not.to.contain(value);
  });
});
