import { expect } from "chai";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { send, textAt, useBench } from "../bench";
import type { Reply } from "../bench";

describe("issueToken", () => {
  const bench = useBench();

  it("issues an RS256 token of one hour", async () => {
    const { simulator } = bench;
    const { status, body } = await bench.requestToken();
    expect(status).to.equal(200);
    expect(body).to.include({ token_type: "Bearer", expires_in: 3600 });
    const token = textAt(body, "access_token");
    expect(decodeProtectedHeader(token).alg).to.equal("RS256");
    const claims = decodeJwt(token);
    expect(claims).to.include.keys("client_id", "iss", "aud", "env", "org", "exp", "scope", "acc");
    expect(claims).to.include({ client_id: simulator.worker.clientId, env: simulator.environmentId });
    expect(claims.exp).to.be.closeTo(simulator.now().getTime() / 1000 + 3600, 2);
  });

  it("takes the secret in the form as well", async () => {
    const { clientId, clientSecret } = bench.simulator.worker;
    const { status } = await request({ client_id: clientId, client_secret: clientSecret });
    expect(status).to.equal(200);
  });

  it("takes a header whose parts are percent-encoded", async () => {
    const worker = bench.simulator.createWorker({ clientSecret: "a+b c%d:ü" });
    const plain = await request({}, `${worker.clientId}:${worker.clientSecret}`);
    const encoded = await request({}, `${worker.clientId}:${encodeURIComponent(worker.clientSecret)}`);
    expect([plain.status, encoded.status]).to.deep.equal([200, 200]);
  });

  it("refuses a wrong secret and an unknown id with 401", async () => {
    const { clientId } = bench.simulator.worker;
    for (const credentials of [`${clientId}:wrong`, "nobody:wrong", `${clientId}:`]) {
      const { status, body } = await request({}, credentials);
      expect(status).to.equal(401);
      expect(body).to.include({ error: "invalid_client" }).and.to.have.property("error_description");
    }
  });

  it("refuses a request without credentials with 401", async () => {
    expect((await request({})).status).to.equal(401);
  });

  it("refuses the wrong one of two methods when the application pins one", async () => {
    const basic = bench.simulator.createWorker({ tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC" });
    const post = bench.simulator.createWorker({ tokenEndpointAuthMethod: "CLIENT_SECRET_POST" });
    const replies = [
      await request({ client_id: basic.clientId, client_secret: basic.clientSecret }),
      await request({}, `${post.clientId}:${post.clientSecret}`),
    ];
    for (const { status, body } of replies) {
      expect(status).to.equal(401);
      expect(body).to.deep.equal({
        error: "invalid_client",
        error_description: "Unsupported authentication method",
      });
    }
  });

  it("refuses credentials in both places", async () => {
    const { clientId, clientSecret } = bench.simulator.worker;
    const { status, body } = await request({ client_id: clientId }, `${clientId}:${clientSecret}`);
    expect(status).to.equal(400);
    expect(body).to.include({ error: "invalid_request" });
  });

  it("refuses another grant", async () => {
    const { clientId, clientSecret } = bench.simulator.worker;
    const { status, body } = await request({ grant_type: "password" }, `${clientId}:${clientSecret}`);
    expect(status).to.equal(400);
    expect(body).to.include({ error: "unsupported_grant_type" });
  });

  it("refuses a body that is no form", async () => {
    const url = `${bench.simulator.url}/${bench.simulator.environmentId}/as/token`;
    const headers = { "content-type": "application/json" };
    const { status, body } = await send(url, { method: "POST", headers, body: "{}" });
    expect(status).to.equal(400);
    expect(body).to.include({ error: "invalid_request" });
  });

  it("knows a worker in its own environment only, whatever it administers", async () => {
    const other = bench.simulator.createEnvironment({ name: "Other" });
    const worker = bench.simulator.createWorker({ environmentId: other });
    expect((await bench.requestToken(worker, other)).status).to.equal(200);
    expect((await bench.requestToken(worker)).status).to.equal(401);
  });

  function request(form: Readonly<Record<string, string>>, credentials?: string): Promise<Reply> {
    const authorization = `Basic ${Buffer.from(credentials ?? "").toString("base64")}`;
    return send(`${bench.simulator.url}/${bench.simulator.environmentId}/as/token`, {
      method: "POST",
      headers: credentials === undefined ? {} : { authorization },
      body: new URLSearchParams({ grant_type: "client_credentials", ...form }),
    });
  }
});
