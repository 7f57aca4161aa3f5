import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { checkPassword } from "../../provider/operations/check-password";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const password = "Secret-Word.42";

withSimulator("checkPassword", (simulator) => {
  const check = (user: UserRef, text = password) =>
    transportTo(simulator)(checkPassword, { ...user, password: text });
  const failureCount = (user: UserRef) => simulator.readUser(user.userId)?.password.failureCount;

  it("sends the password as password.check", async () => {
    const user = addUser(simulator, { password });
    await check(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "POST",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.check+json"],
      body: { password },
    });
  });

  it("answers quietly when it is the current one, also when it has to be changed", async () => {
    const user = addUser(simulator, { password, forceChange: true });
    await check(user);
    expect(failureCount(user)).to.equal(0);
    expect(simulator.ledger.entries.at(-1)?.status).to.equal(200);
  });

  it("is refused for a wrong one, which counts as a failure", async () => {
    const user = addUser(simulator, { password });
    const error = await refusalOf(PingOneApiError, check(user, "Wrong-Word.1"));
    expect(error).to.include({ status: 400, code: "INVALID_DATA" });
    expect(error.details[0]).to.deep.equal({
      code: "INVALID_VALUE",
      target: "password",
      message: "The provided password did not match provisioned password",
      innerError: { failuresRemaining: 4 },
    });
    expect(failureCount(user)).to.equal(1);
  });

  it("is refused for a user without a password", async () => {
    const error = await refusalOf(PingOneApiError, check(addUser(simulator)));
    expect(error.details[0]?.code).to.equal("NO_PASSWORD");
  });

  it("is refused while the password is locked out", async () => {
    const error = await refusalOf(PingOneApiError, check(addUser(simulator, { password, locked: true })));
    expect(error.details[0]).to.deep.include({
      code: "PASSWORD_LOCKED_OUT",
      innerError: { secondsUntilUnlock: 900 },
    });
  });

  it("is refused for a password that an external gateway holds", async () => {
    const error = await refusalOf(PingOneApiError, check(addUser(simulator, { external: true })));
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, check(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is sent again after a failure that leaves it open: the same miss counts once", async () => {
    const user = addUser(simulator, { password });
    simulator.failNext("checkPassword", { drop: "after" });
    await refusalOf(PingOneApiError, check(user, "Other-Word.43"));
    expect(calls(simulator)).to.deep.equal(["checkPassword", "checkPassword"]);
    expect(failureCount(user)).to.equal(1);
  });

  it("does not take a success that holds an error for a match", async () => {
    simulator.failNext("checkPassword", { status: 200, body: { code: "INVALID_DATA", message: "no" } }, 5);
    await refusalOf(PingOneResponseError, check(addUser(simulator, { password })));
  });

  it("does not take a page for a match", async () => {
    simulator.failNext("checkPassword", { status: 200, body: "<html>Sign on</html>" }, 5);
    await refusalOf(PingOneResponseError, check(addUser(simulator, { password })));
  });

  it("takes an empty answer for a match", async () => {
    simulator.failNext("checkPassword", { status: 200 });
    await check(addUser(simulator, { password }));
    expect(calls(simulator)).to.deep.equal(["checkPassword"]);
  });

  it("withholds a refusal that repeats the password", async () => {
    simulator.failNext("checkPassword", { status: 400, body: { code: "X", message: `no ${password}` } });
    const error = await refusalOf(PingOneApiError, check(addUser(simulator, { password })));
    expect(error.message).to.contain("withheld").and.not.to.contain(password);
  });
});
