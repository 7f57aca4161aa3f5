import { createHash } from "node:crypto";
import { expect } from "chai";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { send, textAt, useBench } from "../bench";
import { cookieOf, useFlows } from "../flows/use-flows";

describe("grantAuthorizationCode", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const password = "Secret-Word.42";
  const verifier = "a-verifier-of-at-least-forty-three-characters-0";
  const pkce = {
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  let userId = "";
  beforeEach(() => {
    userId = bench.simulator.createUser({ username: "alice", password });
  });
  const code = (parameters?: Readonly<Record<string, string>>) => flows.code("alice", password, parameters);

  it("issues a token for the user, of one hour and with the scopes asked for", async () => {
    const { simulator } = bench;
    const { status, body } = await flows.exchange(await code({ scope: "openid p1:read:user" }));
    expect(status).to.equal(200);
    expect(body).to.include({ token_type: "Bearer", expires_in: 3600, scope: "openid p1:read:user" });
    const claims = decodeJwt(textAt(body, "access_token"));
    expect(claims).to.include({
      sub: userId,
      client_id: simulator.application.clientId,
      env: simulator.environmentId,
      scope: "openid p1:read:user",
    });
    expect(claims.exp).to.be.closeTo(simulator.now().getTime() / 1000 + 3600, 5);
  });

  it("adds an id token for openid, with the nonce", async () => {
    const { body } = await flows.exchange(await code({ scope: "openid", nonce: "n1" }));
    const idToken = textAt(body, "id_token");
    expect(decodeProtectedHeader(idToken).alg).to.equal("RS256");
    expect(decodeJwt(idToken)).to.include({
      sub: userId,
      aud: bench.simulator.application.clientId,
      nonce: "n1",
    });
    expect((await flows.exchange(await code())).body).not.to.have.property("id_token");
  });

  it("takes a code once", async () => {
    const once = await code();
    expect((await flows.exchange(once)).status).to.equal(200);
    const { status, body } = await flows.exchange(once);
    expect(status).to.equal(400);
    expect(body).to.include({ error: "invalid_grant" });
  });

  it("takes a code for a minute", async () => {
    const [early, late] = [await code(), await code()];
    bench.simulator.advance(55_000);
    expect((await flows.exchange(early)).status).to.equal(200);
    bench.simulator.advance(5000);
    expect((await flows.exchange(late)).body).to.include({ error: "invalid_grant" });
  });

  it("refuses a code of another application, which keeps it", async () => {
    const other = bench.simulator.createApplication({ name: "Other" });
    const issued = await code();
    expect((await flows.exchange(issued, {}, other)).body).to.include({ error: "invalid_grant" });
    expect((await flows.exchange(issued)).status).to.equal(200);
  });

  it("refuses a made-up code, and none at all", async () => {
    expect((await flows.exchange("made-up")).body).to.include({ error: "invalid_grant" });
    const { simulator } = bench;
    const { clientId, clientSecret = "" } = simulator.application;
    const reply = await send(`${simulator.url}/${simulator.environmentId}/as/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    expect(reply.body).to.include({ error: "invalid_request" });
  });

  it("asks for the redirect URI of the authorize call", async () => {
    const redirect_uri = "http://localhost:3000/callback";
    const { headers } = await flows.authorize({ response_mode: "", redirect_uri });
    const id = new URL(headers.get("location") ?? "").searchParams.get("flowId") ?? "";
    const flow = { id, cookie: cookieOf(headers) };
    await flows.check(flow, "alice", password);
    const location = new URL((await flows.resume(flow)).headers.get("location") ?? "");
    const issued = location.searchParams.get("code") ?? "";
    expect((await flows.exchange(issued, { redirect_uri })).status).to.equal(200);
    const again = await code({ redirect_uri });
    expect((await flows.exchange(again, { redirect_uri: "http://localhost:1/" })).body).to.include({
      error: "invalid_grant",
    });
  });

  it("asks for the verifier of a challenge", async () => {
    expect((await flows.exchange(await code(pkce), { code_verifier: verifier })).status).to.equal(200);
    for (const form of [{}, { code_verifier: "wrong" }]) {
      expect((await flows.exchange(await code(pkce), form)).body).to.include({ error: "invalid_grant" });
    }
    const unasked = await flows.exchange(await code(), { code_verifier: verifier });
    expect(unasked.body).to.include({ error: "invalid_grant" });
  });

  it("takes a public application with its verifier alone", async () => {
    const application = bench.simulator.createApplication({
      name: "Public",
      tokenEndpointAuthMethod: "NONE",
    });
    const issued = await code({ ...pkce, client_id: application.clientId });
    const withSecret = { ...application, clientSecret: "made-up" };
    expect((await flows.exchange(issued, { code_verifier: verifier }, withSecret)).status).to.equal(401);
    expect((await flows.exchange(issued, { code_verifier: verifier }, application)).status).to.equal(200);
  });

  it("refuses an application that should have a secret and sends none, or a wrong one", async () => {
    const { clientId } = bench.simulator.application;
    const issued = await code();
    for (const application of [{ clientId }, { clientId, clientSecret: "wrong" }]) {
      const { status, body } = await flows.exchange(issued, {}, application);
      expect(status).to.equal(401);
      expect(body).to.include({ error: "invalid_client" });
    }
  });

  it("takes the pinned method only", async () => {
    const application = bench.simulator.createApplication({
      name: "Pinned",
      tokenEndpointAuthMethod: "CLIENT_SECRET_POST",
    });
    const { status, body } = await flows.exchange("any", {}, application);
    expect(status).to.equal(401);
    expect(body).to.include({ error_description: "Unsupported authentication method" });
  });

  it("is no grant of workers, nor the client credentials one of applications", async () => {
    const worker = await flows.exchange("any", {}, bench.simulator.worker);
    const application = await flows.exchange("any", { grant_type: "client_credentials" });
    for (const { status, body } of [worker, application]) {
      expect(status).to.equal(400);
      expect(body).to.include({ error: "unauthorized_client" });
    }
  });

  it("refuses the code of a user deleted meanwhile", async () => {
    const issued = await code();
    await bench.call("DELETE", `/users/${userId}`);
    expect((await flows.exchange(issued)).body).to.include({ error: "invalid_grant" });
  });
});
