import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import type { Flow } from "../../provider/operations";
import { checkPassword } from "../../provider/operations/check-password";
import { lockAccount } from "../../provider/operations/lock-account";
import { resetInFlow } from "../../provider/operations/reset-in-flow";
import { setPassword } from "../../provider/operations/set-password";
import type { SeedUser } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { beginFlow, flowPath, lastFlowRequest, signOn } from "./begin-flow";
import { itIsACallOfASignOn } from "./sign-on-call";

const currentPassword = "Secret-Word.42";
const newPassword = "New-Secret.43";

withSimulator("resetInFlow", (simulator) => {
  const reset = (flow: Flow, passwords = {}) =>
    transportTo(simulator)(resetInFlow, { flow, currentPassword, newPassword, ...passwords });
  const refusedReset = (flow: Flow, passwords = {}) => refusalOf(PingOneApiError, reset(flow, passwords));

  /** Alice's sign-on where it asks for another password. */
  const mustChange = async (user: Partial<SeedUser> = {}) => {
    const ref = addUser(simulator, { password: currentPassword, forceChange: true, ...user });
    return { flow: await signOn(simulator, currentPassword), ref };
  };

  it("sends currentPassword and newPassword as password.reset", async () => {
    const { flow } = await mustChange();
    await reset(flow);
    expect(lastFlowRequest(simulator)).to.deep.equal({
      method: "POST",
      path: flowPath(flow),
      contentTypes: ["application/vnd.pingidentity.password.reset+json"],
      body: { currentPassword, newPassword },
      hasAuthorization: false,
    });
  });

  it("changes the password and completes the sign-on", async () => {
    const { flow, ref } = await mustChange();
    const { userId } = ref;
    expect(await reset(flow)).to.include({ status: "COMPLETED", userId, cookie: flow.cookie });
    expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
    expect(simulator.readUser(userId)?.password.status).to.equal("OK");
    expect(simulator.readUser(userId)).to.have.property("lastSignOn");
  });

  it("changes an expired password", async () => {
    const { userId } = addUser(simulator, { password: currentPassword });
    simulator.advance(183 * 24 * 3600 * 1000);
    const flow = await signOn(simulator, currentPassword);
    expect(flow.status).to.equal("PASSWORD_EXPIRED");
    expect((await reset(flow)).status).to.equal("COMPLETED");
    expect(simulator.readUser(userId)?.password.status).to.equal("OK");
  });

  it("answers OTP_REQUIRED where that comes before a sign-on; the password is changed", async () => {
    const { flow, ref } = await mustChange({ mfaEnabled: true });
    expect((await reset(flow)).status).to.equal("OTP_REQUIRED");
    expect(simulator.verifyPassword(ref.userId, newPassword)).to.equal(true);
  });

  it("is refused for a wrong current password, which counts as no failure", async () => {
    const { flow, ref } = await mustChange();
    const error = await refusedReset(flow, { currentPassword: "Wrong-Word.1" });
    expect(error).to.include({ operation: "resetInFlow", status: 400, code: "INVALID_DATA" });
    expect(error.details).to.deep.equal([
      {
        code: "INVALID_VALUE",
        target: "currentPassword",
        message: "The current password provided for the user is invalid",
      },
    ]);
    expect(simulator.readUser(ref.userId)?.password).to.include({
      status: "MUST_CHANGE_PASSWORD",
      failureCount: 0,
    });
    expect((await reset(flow)).status).to.equal("COMPLETED");
  });

  it("is refused with every rule of the policy that the new one does not meet", async () => {
    const { flow, ref } = await mustChange();
    const error = await refusedReset(flow, { newPassword: "aaab" });
    expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "newPassword" });
    expect(error.message)
      .to.match(/length \(.*shorter.*\)/)
      .and.to.match(/minCharacters \(.*\)/)
      .and.to.match(/maxRepeatedCharacters \(.*\)/)
      .and.not.to.contain("aaab");
    expect(simulator.verifyPassword(ref.userId, currentPassword)).to.equal(true);
  });

  it("is refused for the current password", async () => {
    const { flow } = await mustChange();
    const error = await refusedReset(flow, { newPassword: currentPassword });
    expect(error.details[0]?.innerError?.["unsatisfiedRequirements"]).to.include("history");
  });

  it("is refused for an earlier password", async () => {
    const ref = addUser(simulator, { password: "Old-Word.41" });
    const set = { ...ref, value: currentPassword, forceChange: true };
    await transportTo(simulator)(setPassword, set);
    const flow = await signOn(simulator, currentPassword);
    const error = await refusedReset(flow, { newPassword: "Old-Word.41" });
    expect(error.details[0]?.innerError?.["unsatisfiedRequirements"]).to.deep.equal(["history"]);
    expect(error.message).to.contain("Choose a value that was not used before");
  });

  it("is refused when the password is locked out meanwhile, and says for how long", async () => {
    const { flow, ref } = await mustChange();
    for (const count of [1, 2, 3, 4, 5]) {
      const check = transportTo(simulator)(checkPassword, { ...ref, password: `Wrong-Word.${count}` });
      await refusalOf(PingOneApiError, check);
    }
    simulator.advance(600_000);
    const error = await refusedReset(flow);
    expect(error.details[0]?.code).to.equal("PASSWORD_LOCKED_OUT");
    expect(error.details[0]?.innerError?.["secondsUntilUnlock"]).to.be.within(299, 300);
  });

  it("is refused when the account is locked meanwhile", async () => {
    const { flow, ref } = await mustChange();
    await transportTo(simulator)(lockAccount, ref);
    expect((await refusedReset(flow)).details[0]?.code).to.equal("ACCOUNT_NOT_USABLE");
    expect(simulator.verifyPassword(ref.userId, currentPassword)).to.equal(true);
  });

  it("is refused at a step that it does not fit", async () => {
    const { userId } = addUser(simulator, { password: currentPassword });
    for (const flow of [await beginFlow(simulator), await signOn(simulator, currentPassword)]) {
      const error = await refusedReset(flow);
      expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
      expect(error.details[0]).to.include({ code: "CONSTRAINT_VIOLATION", target: "status" });
    }
    expect(simulator.verifyPassword(userId, currentPassword)).to.equal(true);
  });

  itIsACallOfASignOn(simulator, {
    name: "resetInFlow",
    prepare: async () => (await mustChange()).flow,
    call: (flow) => reset(flow),
    isRepeatable: false,
    secrets: [currentPassword, newPassword],
  });
});
