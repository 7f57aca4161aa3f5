import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { setPassword } from "../../provider/operations/set-password";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const value = "New-Secret.43";

withSimulator("setPassword", (simulator) => {
  const set = (user: { environmentId: string; userId: string }, text = value, forceChange = false) =>
    transportTo(simulator)(setPassword, { ...user, value: text, forceChange });

  it("sends value and forceChange as password.set", async () => {
    const user = addUser(simulator);
    await set(user, value, true);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "PUT",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.set+json"],
      body: { value, forceChange: true },
    });
  });

  it("makes the value the password and answers the state", async () => {
    const user = addUser(simulator, { password: "Old-Secret.42" });
    const state = await set(user);
    const stored = simulator.readUser(user.userId)?.password;
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
    expect(state).to.deep.equal({
      status: "OK",
      lastChangedAt: stored?.lastChangedAt,
      passwordPolicyId: stored?.passwordPolicyId,
    });
  });

  it("asks the user for another password when forceChange is true", async () => {
    const state = await set(addUser(simulator), value, true);
    expect(state.status).to.equal("MUST_CHANGE_PASSWORD");
  });

  it("stores an encoded value as it is, whatever the policy says", async () => {
    const user = addUser(simulator);
    const encoded = "{SSHA}6FJ4K0X2tPLbAzLS6T1nKFZtWSZzYWx0c2FsdA==";
    expect((await set(user, encoded)).status).to.equal("OK");
    expect(lastRequest(simulator).body).to.deep.equal({ value: encoded, forceChange: false });
  });

  it("clears a password lockout and leaves an account lock", async () => {
    const user = addUser(simulator, { password: "Old-Secret.42", locked: true, accountLocked: true });
    expect((await set(user)).status).to.equal("OK");
    expect(simulator.readUser(user.userId)?.account.status).to.equal("LOCKED");
  });

  it("is refused with every rule of the policy that the value does not meet", async () => {
    const user = addUser(simulator);
    const error = await refusalOf(PingOneApiError, set(user, "aaab"));
    expect(error).to.include({ operation: "setPassword", status: 400, code: "INVALID_DATA" });
    expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "password" });
    expect(error.message)
      .to.contain("unmet rules: ")
      .and.to.match(/length \(.*shorter.*\)/)
      .and.to.match(/minCharacters \(.*\)/)
      .and.to.match(/maxRepeatedCharacters \(.*\)/);
    expect(error.message).not.to.contain("aaab");
    expect(simulator.readUser(user.userId)?.password.status).to.equal("NO_PASSWORD");
  });

  it("is refused for the current password", async () => {
    const user = addUser(simulator, { password: value });
    const error = await refusalOf(PingOneApiError, set(user));
    expect(error.details[0]?.innerError?.["unsatisfiedRequirements"]).to.deep.equal(["history"]);
  });

  it("is refused for a password that an external gateway holds", async () => {
    const error = await refusalOf(PingOneApiError, set(addUser(simulator, { external: true })));
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
  });

  it("answers 404 for an unknown user", async () => {
    const error = await refusalOf(PingOneApiError, set(unknownUser(simulator)));
    expect(error).to.include({ status: 404, code: "NOT_FOUND", operation: "setPassword" });
  });

  it("is not sent again after a failure that leaves it open", async () => {
    simulator.failNext("setPassword", { status: 500 });
    await refusalOf(PingOneApiError, set(addUser(simulator)));
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
  });

  it("tells an answer without a status from a refusal", async () => {
    simulator.failNext(
      "setPassword",
      { status: 200, body: { lastChangedAt: "2026-01-01T00:00:00.000Z" } },
      5,
    );
    await refusalOf(PingOneResponseError, set(addUser(simulator)));
  });

  it("withholds a refusal that repeats the value", async () => {
    simulator.failNext("setPassword", {
      status: 400,
      body: { code: "INVALID_DATA", message: `not ${value}` },
    });
    const error = await refusalOf(PingOneApiError, set(addUser(simulator)));
    expect(error.message).to.contain("withheld").and.not.to.contain(value);
  });
});
