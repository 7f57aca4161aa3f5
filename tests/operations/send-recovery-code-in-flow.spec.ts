import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import type { Flow } from "../../provider/operations";
import { recoverInFlow } from "../../provider/operations/recover-in-flow";
import { sendRecoveryCodeInFlow } from "../../provider/operations/send-recovery-code-in-flow";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { beginFlow, flowPath, forget, lastFlowRequest } from "./begin-flow";
import { mailedCode, wrongCode } from "./mailed-code";
import { itIsACallOfASignOn } from "./sign-on-call";

const alice = { email: "alice@example.com", password: "Secret-Word.42" };
const newPassword = "New-Secret.43";

withSimulator("sendRecoveryCodeInFlow", (simulator) => {
  const resend = (flow: Flow) => transportTo(simulator)(sendRecoveryCodeInFlow, { flow });
  const recover = (flow: Flow, recoveryCode: string) =>
    transportTo(simulator)(recoverInFlow, { flow, recoveryCode, newPassword });

  it("sends password.sendRecoveryCode without a body", async () => {
    const flow = await forget(simulator);
    await resend(flow);
    expect(lastFlowRequest(simulator)).to.deep.equal({
      method: "POST",
      path: flowPath(flow),
      contentTypes: ["application/vnd.pingidentity.password.sendRecoveryCode+json"],
      body: undefined,
      hasAuthorization: false,
    });
  });

  it("has another code mailed, which takes the first one's place", async () => {
    const { userId } = addUser(simulator, alice);
    const flow = await forget(simulator);
    const first = mailedCode(simulator, userId);
    expect(await resend(flow)).to.deep.equal(flow);
    const second = mailedCode(simulator, userId);
    expect(second).not.to.equal(first);
    await refusalOf(PingOneApiError, recover(flow, first));
    expect((await recover(flow, second)).status).to.equal("COMPLETED");
  });

  it("makes a new start after a code is used up", async () => {
    const { userId } = addUser(simulator, alice);
    const flow = await forget(simulator);
    for (let count = 0; count < 6; count += 1) {
      await refusalOf(PingOneApiError, recover(flow, wrongCode(mailedCode(simulator, userId))));
    }
    await resend(flow);
    expect((await recover(flow, mailedCode(simulator, userId))).status).to.equal("COMPLETED");
  });

  it("answers for a username nobody has as for any, and no mail goes out", async () => {
    const flow = await forget(simulator, "nobody");
    expect((await resend(flow)).status).to.equal("RECOVERY_CODE_REQUIRED");
    expect(simulator.mail.list()).to.deep.equal([]);
  });

  it("is refused at a step that it does not fit", async () => {
    addUser(simulator, alice);
    const error = await refusalOf(PingOneApiError, resend(await beginFlow(simulator)));
    expect(error).to.include({ operation: "sendRecoveryCodeInFlow", status: 400, code: "REQUEST_FAILED" });
    expect(error.details[0]).to.include({ code: "CONSTRAINT_VIOLATION", target: "status" });
    expect(simulator.mail.list()).to.deep.equal([]);
  });

  itIsACallOfASignOn(simulator, {
    name: "sendRecoveryCodeInFlow",
    prepare: () => {
      addUser(simulator, alice);
      return forget(simulator);
    },
    call: resend,
    isRepeatable: false,
    secrets: [],
  });
});
