import { inspect } from "node:util";
import { expect } from "chai";
import {
  PartialFailure,
  PingOneApiError,
  PingOneError,
  PingOneNetworkError,
  PingOneResponseError,
} from "../../../provider/errors";
import { fingerprint } from "../../../provider/lifecycle/fingerprint";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { breakAfter } from "./break-after";
import { upPassword } from "./up-password";

const value = "New-Secret.43";

withSimulator("UserPassword create", (simulator) => {
  it("sets the password with one call, and keeps what PingOne says", async () => {
    const user = addUser(simulator);
    const { id, outs } = await upPassword(simulator, { ...user, value });
    const stored = simulator.readUser(user.userId)?.password;
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
    expect(id).to.equal(`${user.environmentId}/${user.userId}`);
    expect(outs).to.deep.equal({
      fingerprint: await fingerprint(value, user),
      status: "OK",
      lastChangedAt: stored?.lastChangedAt,
      appliedAt: stored?.lastChangedAt,
      passwordPolicyId: stored?.passwordPolicyId,
      externallyChanged: false,
    });
  });

  it("asks for another password with the same call, when forceChange is true", async () => {
    const { outs } = await upPassword(simulator, { ...addUser(simulator), value, forceChange: true });
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
    expect(outs).to.include({ status: "MUST_CHANGE_PASSWORD", forceChange: true });
  });

  it("goes past the policy with bypassPolicy", async () => {
    const user = addUser(simulator);
    await upPassword(simulator, { ...user, value: "weak", bypassPolicy: true, forceChange: true });
    expect(calls(simulator)).to.deep.equal(["setPasswordValue"]);
    expect(lastRequest(simulator, "setPasswordValue").body).to.deep.equal({
      value: "weak",
      forceChange: true,
      bypassPolicy: true,
    });
    expect(simulator.verifyPassword(user.userId, "weak")).to.equal(true);
  });

  it("keeps what its deletion needs", async () => {
    const args = { ...addUser(simulator), value, deletionPolicy: "unset", deletionPolicyForce: true };
    const { outs } = await upPassword(simulator, args);
    expect(outs).to.include({ undo: "unset!" });
  });

  it("fails with every rule of the policy that is not met, and nothing of the value", async () => {
    const error = await refusalOf(
      PingOneApiError,
      upPassword(simulator, { ...addUser(simulator), value: "aaab" }),
    );
    expect(error.message)
      .to.contain("unmet rules: ")
      .and.to.contain("length")
      .and.to.contain("minCharacters");
    expect(inspect(error, { depth: Infinity })).not.to.contain("aaab");
  });

  it("fails with what to check for a user that does not exist", async () => {
    const error = await refusalOf(
      PingOneApiError,
      upPassword(simulator, { ...unknownUser(simulator), value }),
    );
    expect(error.status).to.equal(404);
    expect(error.message).to.contain("Check environmentId and userId");
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
  });

  const special: readonly (readonly [what: string, user: object, said: string])[] = [
    [
      "a password behind an external gateway",
      { external: true },
      "held by an external gateway (status EXTERNAL)",
    ],
    ["a disabled user", { enabled: false }, "The user is disabled: enable it"],
    ["a locked account", { accountLocked: true }, "The account is locked, by an administrator or by MFA"],
  ];
  for (const [what, attributes, said] of special) {
    it(`names ${what} when PingOne refuses the value`, async () => {
      const user = addUser(simulator, attributes);
      simulator.failNext("setPassword", { status: 400, body: { code: "REQUEST_FAILED", message: "no" } });
      const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
      const others = special.map(([, , text]) => text).filter((text) => text !== said);
      expect(error.message)
        .to.match(/^setPassword failed: 400 /)
        .and.to.contain(said);
      expect(others.filter((text) => error.message.includes(text))).to.deep.equal([]);
      expect(error).to.include({ operation: "setPassword", code: "REQUEST_FAILED" });
    });

    it(`does not blame ${what} for a value that does not meet the policy`, async () => {
      const innerError = { unsatisfiedRequirements: ["length"] };
      const details = [{ code: "INVALID_VALUE", target: "password", message: "no", innerError }];
      simulator.failNext("setPassword", {
        status: 400,
        body: { code: "INVALID_DATA", message: "", details },
      });
      const user = addUser(simulator, attributes);
      const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
      expect(error.message).to.contain("length").and.not.to.contain(said);
      expect(calls(simulator)).to.deep.equal(["setPassword"]);
    });
  }

  it("does not call a mere password lockout a locked account", async () => {
    const user = addUser(simulator, { password: "Old-Secret.41", locked: true });
    simulator.failNext("setPassword", { status: 400, body: { code: "REQUEST_FAILED", message: "no" } });
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    expect(calls(simulator)).to.include("readUser");
    expect(error.message).not.to.contain("The account is locked");
  });

  it("keeps PingOne's refusal when the user cannot be looked at", async () => {
    const user = addUser(simulator, { enabled: false });
    simulator.failNext("setPassword", { status: 400, body: { code: "REQUEST_FAILED", message: "no" } });
    simulator.failNext("readUser", { status: 403 });
    simulator.failNext("readPasswordState", { status: 403 });
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    expect(error.message).not.to.contain("disabled");
    expect(error).to.include({ operation: "setPassword", status: 400 });
  });

  it("reads the state when PingOne's answer is empty", async () => {
    const user = addUser(simulator);
    const send = breakAfter(transportTo(simulator), { setPassword: new PingOneResponseError("empty", true) });
    const { outs } = await upPassword(simulator, { ...user, value }, { send });
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState"]);
    expect(outs).to.include({
      status: "OK",
      appliedAt: simulator.readUser(user.userId)?.password.lastChangedAt,
    });
  });

  it("keeps that the password is set when the state cannot be read either", async () => {
    const user = addUser(simulator);
    const send = breakAfter(transportTo(simulator), { setPassword: new PingOneResponseError("empty", true) });
    simulator.failNext("readPasswordState", { status: 403 });
    const failure = await refusalOf(
      PartialFailure,
      upPassword(simulator, { ...user, value, forceChange: true }, { send }),
    );
    expect(failure.id).to.equal(`${user.environmentId}/${user.userId}`);
    expect(failure.properties).to.include({ fingerprint: await fingerprint(value, user), forceChange: true });
    expect(failure.properties["status"]).to.equal(undefined);
    expect(failure.message).to.contain("readPasswordState failed: 403");
  });

  it("says that it is open whether the password is set, and recognises it with the next run", async () => {
    const user = addUser(simulator);
    simulator.failNext("setPassword", { drop: "after" });
    simulator.failNext("readPasswordState", { status: 403 });
    const error = await refusalOf(PingOneNetworkError, upPassword(simulator, { ...user, value }));
    expect(error.message).to.contain("Whether PingOne took the password is not known");
    const report = recordReport();
    const { outs } = await upPassword(simulator, { ...user, value }, { report });
    expect(outs.status).to.equal("OK");
    expect(report.infos.filter((info) => info.includes("already is"))).to.have.length(1);
    expect(calls(simulator).filter((name) => name === "checkPassword")).to.have.length(1);
  });

  it("knows by the time of the change that a set whose answer is lost was made, and sends it once", async () => {
    const user = addUser(simulator);
    simulator.failNext("setPassword", { drop: "after" });
    const { outs } = await upPassword(simulator, { ...user, value });
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState"]);
    expect(outs).to.include({
      status: "OK",
      appliedAt: simulator.readUser(user.userId)?.password.lastChangedAt,
    });
  });

  it("sends a set again that shows no effect, after a look at the state", async () => {
    const user = addUser(simulator);
    simulator.failNext("setPassword", { drop: "before" });
    await upPassword(simulator, { ...user, value });
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState", "setPassword"]);
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
  });

  it("does not call it open when nothing was reached", async () => {
    const user = addUser(simulator);
    simulator.failNext("token", { drop: "before" }, 5);
    const error = await refusalOf(PingOneNetworkError, upPassword(simulator, { ...user, value }));
    expect(error.message).not.to.contain("is not known");
  });

  it("says so when the value did not reach this process", async () => {
    const lifecycle = userPassword(createSession(simulator));
    const inputs = { ...addUser(simulator), fingerprint: "scrypt$4096$8$lost" };
    const error = await refusalOf(PingOneError, lifecycle.create(inputs, recordReport()));
    expect(error.message).to.contain("did not reach this step").and.to.contain("run the command again");
    expect(calls(simulator)).to.deep.equal([]);
  });
});
