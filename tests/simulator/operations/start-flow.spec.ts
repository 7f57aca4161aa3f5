import { expect } from "chai";
import { send, textAt, useBench } from "../bench";
import { cookieOf, useFlows } from "../flows/use-flows";

describe("startFlow", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const redirect_uri = "http://localhost:3000/callback";
  const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  it("answers a new flow for pi.flow", async () => {
    const { simulator } = bench;
    const { status, body } = await flows.authorize();
    expect(status).to.equal(200);
    const id = textAt(body, "id");
    const href = `${simulator.url}/${simulator.environmentId}/flows/${id}`;
    expect(body).to.deep.equal({
      _links: {
        self: { href },
        "usernamePassword.check": { href },
        "password.forgot": { href },
        "session.reset": { href },
      },
      _embedded: {
        application: { id: simulator.application.clientId, name: "Default" },
        socialProviders: [],
      },
      id,
      status: "USERNAME_PASSWORD_REQUIRED",
      resumeUrl: `${simulator.url}/${simulator.environmentId}/as/resume?flowId=${id}`,
    });
  });

  it("sets the documented session cookie", async () => {
    const { headers } = await flows.authorize();
    const { environmentId } = bench.simulator;
    const attributes = `Path=/${environmentId}; Max-Age=2592000; Secure; HttpOnly; SameSite=None`;
    expect(headers.get("set-cookie")).to.match(/^ST=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}; /);
    expect(headers.get("set-cookie")?.replace(/^ST=[^;]+; /, "")).to.equal(attributes);
  });

  it("keeps the session a client has, and makes another for a made-up one", async () => {
    const { cookie } = await flows.start();
    const again = await flows.authorize({}, { cookie: `other=1; ${cookie}` });
    expect(cookieOf(again.headers)).to.equal(cookie);
    const madeUp = await flows.authorize({}, { cookie: "ST=made-up" });
    expect(cookieOf(madeUp.headers)).to.match(/^ST=[0-9a-f-]{36}$/);
  });

  it("does not take the session of another environment", async () => {
    const { simulator } = bench;
    const { cookie } = await flows.start();
    const other = simulator.createEnvironment();
    const { clientId } = simulator.readApplication(other);
    const query = `response_type=code&response_mode=pi.flow&client_id=${clientId}`;
    const { headers } = await send(`${simulator.url}/${other}/as/authorize?${query}`, {
      headers: { cookie },
    });
    expect(cookieOf(headers)).to.match(/^ST=/).and.not.to.equal(cookie);
  });

  it("sends a browser to the sign-on page, which gets the ids", async () => {
    const { url, environmentId } = bench.simulator;
    const { status, headers } = await flows.authorize({ response_mode: "", redirect_uri });
    expect(status).to.equal(302);
    const location = new URL(headers.get("location") ?? "");
    expect(`${location.origin}${location.pathname}`).to.equal(`${url}/${environmentId}/signon`);
    expect(location.searchParams.get("environmentId")).to.equal(environmentId);
    const id = location.searchParams.get("flowId") ?? "";
    expect((await flows.read({ id, cookie: cookieOf(headers) })).status).to.equal(200);
  });

  it("takes the parameters of a form", async () => {
    const { simulator } = bench;
    const form = {
      response_type: "code",
      response_mode: "pi.flow",
      client_id: simulator.application.clientId,
    };
    const url = `${simulator.url}/${simulator.environmentId}/as/authorize`;
    const { status, body } = await send(url, { method: "POST", body: new URLSearchParams(form) });
    expect(status).to.equal(200);
    expect(body).to.include({ status: "USERNAME_PASSWORD_REQUIRED" });
  });

  it("asks for credentials even in a session that has signed on", async () => {
    bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    const flow = await flows.start();
    await flows.check(flow, "alice", "Secret-Word.42");
    const { body } = await flows.authorize({}, { cookie: flow.cookie });
    expect(body).to.include({ status: "USERNAME_PASSWORD_REQUIRED" });
  });

  const refused: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ["an unknown client", { client_id: "nobody" }, "invalid_client"],
    ["no client", { client_id: "" }, "invalid_request"],
    ["a response type other than code", { response_type: "token" }, "unsupported_response_type"],
    ["an unknown scope", { scope: "openid p1:everything" }, "invalid_scope"],
    ["prompt=none", { prompt: "none" }, "login_required"],
    ["a plain challenge", { code_challenge: challenge }, "invalid_request"],
    ["a malformed challenge", { code_challenge: "short", code_challenge_method: "S256" }, "invalid_request"],
    ["no redirect URI", { response_mode: "" }, "invalid_request"],
    [
      "a redirect URI the application does not have",
      { response_mode: "", redirect_uri: `${redirect_uri}/2` },
      "invalid_request",
    ],
  ];
  for (const [what, parameters, error] of refused) {
    it(`refuses ${what} with ${error}`, async () => {
      const { status, body, headers } = await flows.authorize(parameters);
      expect(status).to.equal(400);
      expect(body).to.include({ error }).and.to.have.property("error_description");
      expect(headers.get("set-cookie")).to.equal(null);
    });
  }

  it("refuses a worker", async () => {
    const { status, body } = await flows.authorize({ client_id: bench.simulator.worker.clientId });
    expect(status).to.equal(400);
    expect(body).to.include({ error: "unauthorized_client" });
  });

  it("refuses an application of another environment, and one without the grant", async () => {
    const { simulator } = bench;
    const other = simulator.readApplication(simulator.createEnvironment());
    const implicit = simulator.createApplication({ name: "Old", grantTypes: ["IMPLICIT"] });
    expect((await flows.authorize({ client_id: other.clientId })).body).to.include({
      error: "invalid_client",
    });
    expect((await flows.authorize({ client_id: implicit.clientId })).body).to.include({
      error: "unauthorized_client",
    });
  });

  it("asks an application without a secret for a challenge", async () => {
    const { clientId, clientSecret } = bench.simulator.createApplication({
      name: "Public",
      tokenEndpointAuthMethod: "NONE",
    });
    expect(clientSecret).to.equal(undefined);
    const { body } = await flows.authorize({ client_id: clientId });
    expect(body).to.include({ error: "invalid_request" });
    const pkce = { client_id: clientId, code_challenge: challenge, code_challenge_method: "S256" };
    expect((await flows.authorize(pkce)).status).to.equal(200);
  });

  it("takes an error to the redirect URI once that is known to be the application's", async () => {
    const parameters = { response_mode: "query", redirect_uri, response_type: "token", state: "s 1" };
    const { status, headers } = await flows.authorize(parameters);
    expect(status).to.equal(302);
    const location = new URL(headers.get("location") ?? "");
    expect(`${location.origin}${location.pathname}`).to.equal(redirect_uri);
    expect(Object.fromEntries(location.searchParams)).to.include({
      error: "unsupported_response_type",
      state: "s 1",
    });
  });

  it("refuses a response mode that is not simulated, at the redirect URI", async () => {
    const { status, headers } = await flows.authorize({ response_mode: "form_post", redirect_uri });
    expect(status).to.equal(302);
    const { searchParams } = new URL(headers.get("location") ?? "");
    expect(searchParams.get("error")).to.equal("invalid_request");
    expect([...searchParams.keys()]).to.deep.equal(["error", "error_description"]);
  });

  it("does not look at the redirect URI for pi.flow", async () => {
    expect((await flows.authorize({ redirect_uri: "https://elsewhere.example/" })).status).to.equal(200);
  });

  it("answers 404 for an unknown environment", async () => {
    const url = `${bench.simulator.url}/00000000-0000-4000-8000-000000000000/as/authorize`;
    expect((await send(url, {})).status).to.equal(404);
  });
});
