import { expect } from "chai";
import { PartialFailure, PingOneApiError } from "../../../provider/errors";
import type { UserRef } from "../../../provider/operations";
import { checkPassword } from "../../../provider/operations/check-password";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../../helpers/with-simulator";
import { keptAfter, upPassword } from "./up-password";

const value = "New-Secret.43";

withSimulator("UserPassword create with a value that was used before", (simulator) => {
  /** A user whose password was `value` before it became another. */
  async function addUserWithHistory(): Promise<UserRef> {
    const user = addUser(simulator, { password: value });
    await upPassword(simulator, { ...user, value: "Latest-Secret.44" });
    simulator.ledger.clear();
    return user;
  }
  const failureCount = ({ userId }: UserRef) => simulator.readUser(userId)?.password.failureCount;

  it("finds with one check that it is the current one, and counts it as set", async () => {
    const user = addUser(simulator, { password: value });
    const before = simulator.readUser(user.userId)?.password.lastChangedAt;
    const report = recordReport();
    const { outs } = await upPassword(simulator, { ...user, value }, { report });
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState", "checkPassword"]);
    expect(lastRequest(simulator, "checkPassword").body).to.deep.equal({ password: value });
    expect(outs).to.include({
      status: "OK",
      appliedAt: before,
      lastChangedAt: before,
      externallyChanged: false,
    });
    expect(report.infos.join()).to.contain("already is the user's password");
  });

  it("then asks for another password, when forceChange is true", async () => {
    const user = addUser(simulator, { password: value });
    const { outs } = await upPassword(simulator, { ...user, value, forceChange: true });
    expect(calls(simulator)).to.deep.equal([
      "setPassword",
      "readPasswordState",
      "checkPassword",
      "forcePasswordChange",
    ]);
    expect(outs).to.include({ status: "MUST_CHANGE_PASSWORD", forceChange: true });
  });

  it("does not ask again a user who is asked already", async () => {
    const user = addUser(simulator, { password: value, forceChange: true });
    const { outs } = await upPassword(simulator, { ...user, value, forceChange: true });
    expect(calls(simulator)).not.to.include("forcePasswordChange");
    expect(outs).to.include({ status: "MUST_CHANGE_PASSWORD", forceChange: true });
  });

  it("keeps what holds when asking for another password fails, and asks again with the next run", async () => {
    const user = addUser(simulator, { password: value });
    const args = { ...user, value, forceChange: true };
    simulator.failNext("forcePasswordChange", { status: 403 });
    const failure = await refusalOf(PartialFailure, upPassword(simulator, args));
    expect(failure.properties).to.include({ status: "OK" });
    expect(failure.properties["forceChange"]).to.equal(undefined);
    expect(failure.message).to.contain("forcePasswordChange failed: 403");

    simulator.ledger.clear();
    const before = keptAfter(failure, { ...user, forceChange: true });
    const { outs } = await upPassword(simulator, args, { before });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "forcePasswordChange"]);
    expect(outs).to.include({ status: "MUST_CHANGE_PASSWORD", forceChange: true });
  });

  it("fails after exactly one check when it is an older one", async () => {
    const user = await addUserWithHistory();
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    expect(error).to.include({ operation: "setPassword", status: 400, code: "INVALID_DATA" });
    expect(error.message)
      .to.contain(
        "it is not the current one (one check was made and counts as a failed one): give a new value.",
      )
      .and.to.contain("Choose a value that was not used before.")
      .and.not.to.contain(value);
    expect(calls(simulator).filter((name) => name === "checkPassword")).to.have.length(1);
    expect(failureCount(user)).to.equal(1);
  });

  it("makes no check where the policy locks after one failure", async () => {
    const policy = simulator.createPasswordPolicy({
      name: "Harsh",
      lockout: { failureCount: 1 },
      history: { count: 3, retentionDays: 30 },
    });
    simulator.createPopulation({ name: "Harsh", passwordPolicy: policy });
    const user = addUser(simulator, { password: value, population: "Harsh" });
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    expect(error.message).to.contain(
      "one more failed check would lock the user out, so whether it is the current one is not checked",
    );
    expect(calls(simulator)).not.to.include("checkPassword");
  });

  it("makes no check when PingOne says that one failure is left", async () => {
    const user = addUser(simulator, { password: value });
    const body = { status: "OK", passwordPolicy: { id: "p" }, aWarning: { failuresRemaining: 1 } };
    simulator.failNext("readPasswordState", { status: 200, body });
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    expect(error.message).to.contain(
      "one more failed check would lock the user out, so whether it is the current one is not checked",
    );
    expect(calls(simulator)).not.to.include("checkPassword");
  });

  it("makes no check when the policy cannot be read", async () => {
    const user = addUser(simulator, { password: value });
    const body = {
      status: "OK",
      passwordPolicy: { id: simulator.readUser(user.userId)?.password.passwordPolicyId },
    };
    simulator.failNext("readPasswordState", { status: 200, body });
    simulator.failNext("readPasswordPolicy", { status: 403 });
    await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState", "readPasswordPolicy"]);
  });

  it("reads the policy by itself when PingOne does not send it along", async () => {
    const user = addUser(simulator, { password: value });
    const body = {
      status: "OK",
      passwordPolicy: { id: simulator.readUser(user.userId)?.password.passwordPolicyId },
    };
    simulator.failNext("readPasswordState", { status: 200, body });
    expect((await upPassword(simulator, { ...user, value })).outs.status).to.equal("OK");
    expect(calls(simulator)).to.include.members(["readPasswordPolicy", "checkPassword"]);
  });

  it("checks freely where the policy never locks", async () => {
    const policy = simulator.createPasswordPolicy({ name: "Lax", history: { count: 3, retentionDays: 30 } });
    simulator.createPopulation({ name: "Lax", passwordPolicy: policy });
    const user = addUser(simulator, { password: value, population: "Lax" });
    expect((await upPassword(simulator, { ...user, value })).outs.status).to.equal("OK");
  });

  it("makes no check while the password is locked out, and says how long that lasts", async () => {
    const user = addUser(simulator, { password: value, locked: true });
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    expect(error.message)
      .to.contain("the password is locked out, so whether it is the current one cannot be checked")
      .and.to.match(/wait \d+ s/)
      .and.to.contain("PasswordUnlock");
    expect(calls(simulator)).not.to.include("checkPassword");
  });

  it("makes no check when another rule is not met either", async () => {
    const user = addUser(simulator, { password: "weak" });
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value: "weak" }));
    expect(error.message).to.contain("length").and.to.contain("history");
    expect(calls(simulator)).not.to.include("checkPassword");
  });

  it("never checks an encoded value", async () => {
    const user = addUser(simulator, { password: value });
    const encoded = "{SSHA512}c2VjcmV0";
    const innerError = { unsatisfiedRequirements: ["history"] };
    const details = [{ code: "INVALID_VALUE", target: "password", message: "used before", innerError }];
    simulator.failNext("setPassword", { status: 400, body: { code: "INVALID_DATA", message: "", details } });
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value: encoded }));
    expect(error.message).to.contain("history");
    expect(calls(simulator)).not.to.include("checkPassword");
  });

  it("hands an error of the check itself through", async () => {
    const user = addUser(simulator, { password: value });
    simulator.failNext("checkPassword", { status: 500 }, 5);
    const error = await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    expect(error).to.include({ operation: "checkPassword", status: 500 });
  });

  it("leaves the right password usable after one wrong check", async () => {
    const user = await addUserWithHistory();
    await refusalOf(PingOneApiError, upPassword(simulator, { ...user, value }));
    await transportTo(simulator)(checkPassword, { ...user, password: "Latest-Secret.44" });
    expect(failureCount(user)).to.equal(0);
  });
});
