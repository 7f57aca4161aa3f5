import { expect } from "chai";
import type { Flow } from "../../provider/operations";
import { readFlow } from "../../provider/operations/read-flow";
import { transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { beginFlow, flowPath, lastFlowRequest, signOn } from "./begin-flow";
import { itIsACallOfASignOn } from "./sign-on-call";

const password = "Secret-Word.42";

withSimulator("readFlow", (simulator) => {
  const read = (flow: Flow) => transportTo(simulator)(readFlow, { flow });

  it("asks with GET and no media type", async () => {
    const flow = await beginFlow(simulator);
    await read(flow);
    expect(lastFlowRequest(simulator)).to.deep.equal({
      method: "GET",
      path: flowPath(flow),
      contentTypes: [],
      body: undefined,
      hasAuthorization: false,
    });
  });

  it("answers the sign-on as it stands, with the cookie to go on with", async () => {
    const flow = await beginFlow(simulator);
    expect(await read(flow)).to.deep.equal(flow);
  });

  it("answers who signs on once the password has proved it", async () => {
    const { userId } = addUser(simulator, { password, forceChange: true });
    const flow = await signOn(simulator, password);
    expect(await read(flow))
      .to.deep.equal(flow)
      .and.to.include({ status: "MUST_CHANGE_PASSWORD", userId });
  });

  it("keeps the sign-on alive", async () => {
    const flow = await beginFlow(simulator);
    for (const minutes of [14, 14]) {
      simulator.advance(minutes * 60 * 1000);
      expect((await read(flow)).status).to.equal("USERNAME_PASSWORD_REQUIRED");
    }
  });

  itIsACallOfASignOn(simulator, {
    name: "readFlow",
    prepare: () => beginFlow(simulator),
    call: read,
    isRepeatable: true,
    secrets: [],
  });
});
