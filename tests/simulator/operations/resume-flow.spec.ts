import { expect } from "chai";
import { send, textAt, useBench } from "../bench";
import { cookieOf, useFlows } from "../flows/use-flows";

describe("resumeFlow", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const password = "Secret-Word.42";
  const redirect_uri = "http://localhost:3000/callback";
  beforeEach(() => {
    bench.simulator.createUser({ username: "alice", password });
  });
  const complete = async (parameters: Readonly<Record<string, string>> = {}) => {
    const flow = await flows.start(parameters);
    await flows.check(flow, "alice", password);
    return flow;
  };

  it("hands out the code in the flow for pi.flow", async () => {
    const { status, body } = await flows.resume(await complete({ state: "s1" }));
    expect(status).to.equal(200);
    expect(body).to.include({ status: "COMPLETED" });
    expect(body).to.have.nested.property("authorizeResponse.state", "s1");
    expect(textAt(body, "authorizeResponse.code")).to.match(/^[\w-]{43,}$/);
  });

  it("leaves the state out where there was none", async () => {
    const { body } = await flows.resume(await complete());
    expect(body).to.have.property("authorizeResponse").that.has.all.keys("code");
  });

  it("is what the resumeUrl of the flow names", async () => {
    const flow = await complete();
    const resumeUrl = textAt((await flows.read(flow)).body, "resumeUrl");
    const { body } = await send(resumeUrl, { headers: { cookie: flow.cookie } });
    expect(body).to.have.nested.property("authorizeResponse.code");
  });

  it("sends a browser to the application, with code and state", async () => {
    const { clientId } = bench.simulator.createApplication({
      name: "Shop",
      redirectUris: ["https://a.b/c?d=e"],
    });
    const parameters = { client_id: clientId, redirect_uri: "https://a.b/c?d=e", state: "s 1&" };
    const { headers } = await flows.authorize({ ...parameters, response_mode: "" });
    const id = new URL(headers.get("location") ?? "").searchParams.get("flowId") ?? "";
    const flow = { id, cookie: cookieOf(headers) };
    await flows.check(flow, "alice", password);
    const resumed = await flows.resume(flow);
    expect(resumed.status).to.equal(302);
    expect(resumed.body).to.equal(undefined);
    const location = new URL(resumed.headers.get("location") ?? "");
    expect(`${location.origin}${location.pathname}`).to.equal("https://a.b/c");
    expect([...location.searchParams.keys()]).to.deep.equal(["d", "code", "state"]);
    expect(location.searchParams.get("state")).to.equal("s 1&");
    expect(location.searchParams.get("code")).to.match(/^[\w-]{43,}$/);
  });

  it("does so once", async () => {
    const flow = await complete();
    await flows.resume(flow);
    const { status, body } = await flows.resume(flow);
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].code", "CONSTRAINT_VIOLATION");
    expect(body).not.to.have.property("authorizeResponse");
  });

  it("is refused before the flow is completed", async () => {
    const { status, body } = await flows.resume(await flows.start({ redirect_uri }));
    expect(status).to.equal(400);
    expect(body).to.include({ code: "REQUEST_FAILED" });
    expect(body).to.have.nested.property("details[0].target", "status");
  });

  it("needs the session cookie, and the flow", async () => {
    const flow = await complete();
    expect((await flows.resume({ ...flow, cookie: "" })).status).to.equal(401);
    expect((await flows.resume({ ...flow, id: "" })).status).to.equal(404);
  });

  it("answers 404 for a user deleted meanwhile", async () => {
    const flow = await complete();
    const userId = textAt((await flows.read(flow)).body, "_embedded.user.id");
    await bench.call("DELETE", `/users/${userId}`);
    expect((await flows.resume(flow)).status).to.equal(404);
  });
});
