import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import type { Flow } from "../../provider/operations";
import { checkPassword } from "../../provider/operations/check-password";
import { lockAccount } from "../../provider/operations/lock-account";
import { recoverInFlow } from "../../provider/operations/recover-in-flow";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { beginFlow, flowPath, forget, lastFlowRequest } from "./begin-flow";
import { mailedCode, wrongCode } from "./mailed-code";
import { itIsACallOfASignOn } from "./sign-on-call";

const password = "Secret-Word.42";
const alice = { email: "alice@example.com", password };
const newPassword = "New-Secret.43";

withSimulator("recoverInFlow", (simulator) => {
  const recover = (flow: Flow, recoveryCode: string, text = newPassword) =>
    transportTo(simulator)(recoverInFlow, { flow, recoveryCode, newPassword: text });
  const refusedRecovery = (flow: Flow, recoveryCode: string, text = newPassword) =>
    refusalOf(PingOneApiError, recover(flow, recoveryCode, text));

  /** Alice's sign-on once she has got the code. */
  const forgotten = async (user = {}) => {
    const { userId } = addUser(simulator, { ...alice, ...user });
    const flow = await forget(simulator);
    return { flow, userId, code: mailedCode(simulator, userId) };
  };

  it("sends recoveryCode and newPassword as password.recover", async () => {
    const { flow, code } = await forgotten();
    await recover(flow, code);
    expect(lastFlowRequest(simulator)).to.deep.equal({
      method: "POST",
      path: flowPath(flow),
      contentTypes: ["application/vnd.pingidentity.password.recover+json"],
      body: { recoveryCode: code, newPassword },
      hasAuthorization: false,
    });
  });

  it("sets the password and completes the sign-on, with the code in any case", async () => {
    const { flow, userId, code } = await forgotten();
    expect(await recover(flow, code.toLowerCase())).to.include({
      status: "COMPLETED",
      userId,
      cookie: flow.cookie,
    });
    expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
    expect(simulator.readUser(userId)).to.have.property("lastSignOn");
  });

  it("answers OTP_REQUIRED where that comes before a sign-on; the password is set", async () => {
    const { flow, userId, code } = await forgotten({ mfaEnabled: true });
    expect((await recover(flow, code)).status).to.equal("OTP_REQUIRED");
    expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
  });

  it("is refused for a wrong code", async () => {
    const { flow, userId, code } = await forgotten();
    const error = await refusedRecovery(flow, wrongCode(code));
    expect(error).to.include({ operation: "recoverInFlow", status: 400, code: "INVALID_DATA" });
    expect(error.details).to.deep.equal([
      {
        code: "INVALID_VALUE",
        target: "recoveryCode",
        message: "The provided password recovery code was invalid or expired",
      },
    ]);
    expect(error.message).to.contain("Have a new code mailed");
    expect(simulator.verifyPassword(userId, password)).to.equal(true);
    expect((await recover(flow, code)).status).to.equal("COMPLETED");
  });

  it("is refused for a code of five minutes ago", async () => {
    const { flow, code } = await forgotten();
    simulator.advance(300_000);
    expect((await refusedRecovery(flow, code)).details[0]?.target).to.equal("recoveryCode");
  });

  it("is refused once five wrong tries have used the code up", async () => {
    const { flow, code } = await forgotten();
    for (let count = 0; count < 5; count += 1) {
      await refusedRecovery(flow, wrongCode(code));
    }
    const error = await refusedRecovery(flow, code);
    expect(error.message).to.contain("Maximum password recovery failures exceeded");
  });

  it("is refused for a username nobody has as for a wrong code", async () => {
    const { flow, code } = await forgotten();
    const wrong = await refusedRecovery(flow, wrongCode(code));
    const nobody = await refusedRecovery(await forget(simulator, "nobody"), code);
    const { status, code: said, details } = wrong;
    expect(nobody).to.deep.include({ status, code: said, details });
  });

  it("leaves the code good when the policy refuses the password", async () => {
    const { flow, userId, code } = await forgotten();
    const error = await refusedRecovery(flow, code, "aaab");
    expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "newPassword" });
    expect(error.message)
      .to.match(/unmet rules: .*length \(/)
      .and.to.contain("meets the user's password policy")
      .and.not.to.contain("aaab");
    expect(simulator.verifyPassword(userId, password)).to.equal(true);
    expect((await recover(flow, code)).status).to.equal("COMPLETED");
  });

  it("ends a password lockout", async () => {
    const { flow, userId, code } = await forgotten();
    const user = { environmentId: simulator.environmentId, userId };
    for (const count of [1, 2, 3, 4, 5]) {
      const check = transportTo(simulator)(checkPassword, { ...user, password: `Wrong-Word.${count}` });
      await refusalOf(PingOneApiError, check);
    }
    expect(simulator.readUser(userId)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
    expect((await recover(flow, code)).status).to.equal("COMPLETED");
    expect(simulator.readUser(userId)?.password.status).to.equal("OK");
  });

  it("is refused for an account that is locked meanwhile", async () => {
    const { flow, userId, code } = await forgotten();
    await transportTo(simulator)(lockAccount, { environmentId: simulator.environmentId, userId });
    const error = await refusedRecovery(flow, code);
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
    expect(error.details[0]?.code).to.equal("ACCOUNT_NOT_USABLE");
    expect(simulator.verifyPassword(userId, password)).to.equal(true);
  });

  it("is refused at a step that it does not fit", async () => {
    const { userId, code } = await forgotten();
    const error = await refusedRecovery(await beginFlow(simulator), code);
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
    expect(error.details[0]).to.include({ code: "CONSTRAINT_VIOLATION", target: "status" });
    expect(simulator.verifyPassword(userId, password)).to.equal(true);
  });

  itIsACallOfASignOn(simulator, {
    name: "recoverInFlow",
    prepare: async () => (await forgotten()).flow,
    call: (flow) => {
      const [mail] = simulator.mail.list();
      return recover(flow, mail?.code ?? "");
    },
    isRepeatable: false,
    secrets: [newPassword],
  });

  it("withholds a refusal that repeats the code", async () => {
    const { flow, code } = await forgotten();
    simulator.failNext("recoverInFlow", { status: 400, body: { code: "X", message: `no ${code}` } });
    const error = await refusedRecovery(flow, code);
    expect(error.message).to.contain("withheld").and.not.to.contain(code);
  });
});
