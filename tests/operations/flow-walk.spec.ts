import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import { checkUsernamePassword } from "../../provider/operations/check-username-password";
import { forgotPassword } from "../../provider/operations/forgot-password";
import { readFlow } from "../../provider/operations/read-flow";
import { recoverInFlow } from "../../provider/operations/recover-in-flow";
import { resetInFlow } from "../../provider/operations/reset-in-flow";
import { startFlow } from "../../provider/operations/start-flow";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { mailedCode } from "./mailed-code";

const newPassword = "New-Secret.43";

withSimulator("a whole sign-on", (simulator) => {
  const begin = () => {
    const { environmentId, application } = simulator;
    return transportTo(simulator)(startFlow, { environmentId, applicationId: application.clientId });
  };
  /** Every call with its answer; the ledger would show a token as issueToken. */
  const walked = () =>
    simulator.ledger.entries.map(({ operation, status }) => `${operation ?? ""} ${status ?? ""}`);

  it("leads past a wrong password and a temporary one to the own", async () => {
    const { userId } = addUser(simulator, { password: "temporary", forceChange: true });
    const send = transportTo(simulator);
    const started = await begin();
    const read = await send(readFlow, { flow: started });
    const wrong = send(checkUsernamePassword, { flow: read, username: "alice", password: "wrong" });
    expect((await refusalOf(PingOneApiError, wrong)).details[0]?.code).to.equal("INVALID_CREDENTIALS");
    const asked = await send(checkUsernamePassword, { flow: read, username: "alice", password: "temporary" });
    expect(asked).to.include({ status: "MUST_CHANGE_PASSWORD", userId });
    const completed = await send(resetInFlow, { flow: asked, currentPassword: "temporary", newPassword });
    expect(completed).to.include({ id: started.id, status: "COMPLETED", userId, cookie: started.cookie });
    expect(simulator.readUser(userId)?.password).to.include({ status: "OK", failureCount: 0 });
    expect(simulator.verifyPassword(userId, newPassword)).to.equal(true);
    expect(walked()).to.deep.equal([
      "startFlow 200",
      "readFlow 200",
      "checkUsernamePassword 400",
      "checkUsernamePassword 200",
      "resetInFlow 200",
    ]);
  });

  it("leads from a forgotten password over the mail to a new one", async () => {
    const { userId } = addUser(simulator, { password: "Forgotten.42", email: "alice@example.com" });
    const send = transportTo(simulator);
    const forgot = await send(forgotPassword, { flow: await begin(), username: "alice" });
    expect(forgot).to.include({ status: "RECOVERY_CODE_REQUIRED" }).and.not.to.have.property("userId");
    const recoveryCode = mailedCode(simulator, userId);
    const completed = await send(recoverInFlow, { flow: forgot, recoveryCode, newPassword });
    expect(completed).to.include({ status: "COMPLETED", userId });
    expect(walked()).to.deep.equal(["startFlow 200", "forgotPassword 200", "recoverInFlow 200"]);

    const next = { flow: await begin(), username: "alice" };
    await refusalOf(PingOneApiError, send(checkUsernamePassword, { ...next, password: "Forgotten.42" }));
    const again = await send(checkUsernamePassword, { ...next, password: newPassword });
    expect(again.status).to.equal("COMPLETED");
  });

  it("keeps two sign-ons of one process apart", async () => {
    addUser(simulator, { password: newPassword });
    const send = transportTo(simulator);
    const [first, second] = await Promise.all([begin(), begin()]);
    await send(checkUsernamePassword, { flow: second, username: "alice", password: newPassword });
    expect((await send(readFlow, { flow: first })).status).to.equal("USERNAME_PASSWORD_REQUIRED");
    expect((await send(readFlow, { flow: second })).status).to.equal("COMPLETED");
    const crossed = send(readFlow, { flow: { ...first, cookie: second.cookie } });
    expect(await refusalOf(PingOneApiError, crossed)).to.include({ status: 401 });
  });
});
