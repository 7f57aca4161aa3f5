import { expect } from "chai";
import {
  PingOneApiError,
  PingOneAuthError,
  PingOneError,
  PingOneNetworkError,
  PingOneResponseError,
  PingOneTimeoutError,
} from "../../provider/errors";
import type { Send } from "../../provider/transport";
import { createTransport } from "../../provider/transport/transport";
import type { LedgerEntry } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { connectionTo, quickRetry, transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { readUser } from "../../provider/operations/read-user";
import { expectNoSecrets } from "./expect-no-secrets";
import { PASSWORD, sendRead, sendSet } from "./fixed-token";
import { startLocalServer } from "./local-server";

withSimulator("token", (simulator) => {
  const tokenRequests = (): LedgerEntry[] =>
    simulator.ledger.entries.filter(({ operation }) => operation === "issueToken");
  const read = (send: Send) => send(readUser, addUser(simulator));

  it("is fetched once for 50 calls at the same time", async () => {
    const user = addUser(simulator);
    const send = transportTo(simulator);
    await Promise.all(Array.from({ length: 50 }, () => send(readUser, user)));
    expect(tokenRequests()).to.have.length(1);
    expect(calls(simulator)).to.have.length(50);
  });

  it("is asked for with the credentials in the header alone", async () => {
    await read(transportTo(simulator));
    const [request] = tokenRequests();
    expect(request).to.deep.include({
      method: "POST",
      path: `/${simulator.environmentId}/as/token`,
      contentTypes: ["application/x-www-form-urlencoded"],
      hasAuthorization: true,
      body: { grant_type: "client_credentials" },
    });
  });

  it("is asked for in the form when the application pins CLIENT_SECRET_POST", async () => {
    const worker = simulator.createWorker({
      clientId: "post",
      tokenEndpointAuthMethod: "CLIENT_SECRET_POST",
    });
    await read(createTransport(connectionTo(simulator, worker), { retry: quickRetry }));
    const [first, second] = tokenRequests();
    expect([first?.status, second?.status]).to.deep.equal([401, 200]);
    expect(first?.body).to.deep.equal({ grant_type: "client_credentials" });
    expect(second?.hasAuthorization).to.equal(false);
    expect(second?.body).to.deep.equal({
      grant_type: "client_credentials",
      client_id: "post",
      client_secret: worker.clientSecret,
    });
  });

  it("is given for a secret of any characters", async () => {
    for (const tokenEndpointAuthMethod of ["CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"] as const) {
      const clientSecret = 'p%41 +:/?&=ü"';
      const worker = { clientId: tokenEndpointAuthMethod, clientSecret };
      simulator.createWorker({ ...worker, tokenEndpointAuthMethod });
      const send = createTransport(connectionTo(simulator, worker), { retry: quickRetry });
      await refusalOf(PingOneApiError, sendRead(send));
      expect(simulator.ledger.entries.at(-1)?.status).to.equal(404);
    }
  });

  it("is refused for a wrong secret, which is not tried again", async () => {
    const worker = { ...simulator.worker, clientSecret: "wrong-secret" };
    const send = createTransport(connectionTo(simulator, worker), { retry: quickRetry });
    const error = await refusalOf(PingOneAuthError, sendSet(send));
    expect(error).to.include({ status: 401, code: "invalid_client" });
    expect(error.message).to.contain("refuses the client credentials").and.to.contain("come from the test");
    expect(tokenRequests()).to.have.length(1);
    expectNoSecrets(error, ["wrong-secret", PASSWORD]);
  });

  it("is refused in an environment that PingOne does not know", async () => {
    const { credentials, ...connection } = connectionTo(simulator);
    const environmentId = "00000000-0000-4000-8000-000000000000";
    const elsewhere = { ...connection, credentials: { ...credentials, environmentId } };
    const error = await refusalOf(PingOneAuthError, read(createTransport(elsewhere, { retry: quickRetry })));
    expect(error).to.include({ status: 404 });
    expect(error.message).to.contain("Check in the test the environment id");
    expectNoSecrets(error, [simulator.worker.clientSecret]);
  });

  it("is asked for again by the next call after a refusal", async () => {
    simulator.failNext("token", { status: 400, body: { error: "invalid_request" } });
    const send = transportTo(simulator);
    const user = addUser(simulator);
    await refusalOf(PingOneAuthError, send(readUser, user));
    expect(await send(readUser, user)).to.include({ enabled: true });
  });

  for (const status of [429, 500, 503]) {
    it(`is asked for again after ${status}, even for a set`, async () => {
      simulator.failNext("token", { status }, 2);
      await refusalOf(PingOneApiError, sendSet(transportTo(simulator)));
      expect(tokenRequests().map((request) => request.status)).to.deep.equal([status, status, 200]);
      expect(calls(simulator)).to.deep.equal(["setPassword"]);
    });
  }

  it("is asked for five times at most before a call fails", async () => {
    simulator.failNext("token", { status: 503 }, 100);
    const error = await refusalOf(PingOneApiError, read(transportTo(simulator)));
    expect(error).to.include({ operation: "getting an access token", status: 503 });
    expect(tokenRequests()).to.have.length(5);
    expect(calls(simulator)).to.deep.equal([]);
  });

  for (const body of ["<html>Sign on</html>", "", "{}", '{"access_token":""}', '{"access_token":5}']) {
    it(`is missing in ${JSON.stringify(body)}`, async () => {
      simulator.failNext("token", { status: 200, body }, 5);
      const error = await refusalOf(PingOneResponseError, read(transportTo(simulator)));
      expect(error.message).to.contain("answered 200 without an access token");
      expectNoSecrets(error, [simulator.worker.clientSecret]);
    });
  }

  it("is not sent to where the token endpoint redirects", async () => {
    const other = await startLocalServer((_request, reply) => reply.end());
    simulator.failNext("token", { status: 307, headers: { location: other.url } });
    await refusalOf(PingOneAuthError, read(transportTo(simulator)));
    await other.close();
    expect(other.requests).to.deep.equal([]);
  });

  for (const status of [400, 401, 503]) {
    it(`shows nothing of the credentials when its endpoint repeats them in a ${status}`, async () => {
      const { clientId, clientSecret } = simulator.worker;
      const header = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
      for (const said of [clientSecret, header]) {
        simulator.failNext("token", { status, body: { error: said, code: "X", message: said } });
        const send = transportTo(simulator, { retry: { ...quickRetry, retries: 0 } });
        const error = await refusalOf(PingOneError, read(send));
        expect(error.message).to.match(/^getting an access token failed: /);
        expectNoSecrets(error, [clientSecret, header]);
        simulator.reset();
      }
    });
  }

  it("does not leave open what happened to a password when only the token is missing", async () => {
    simulator.failNext("token", { drop: "before" }, 5);
    const error = await refusalOf(PingOneNetworkError, sendSet(transportTo(simulator)));
    expect(error.message).to.contain("getting an access token could not reach");
    expect(error.unclear).to.equal(false);
  });

  it("does not leave open what happened to a password when the token does not come in time", async () => {
    const silent = await startLocalServer(() => undefined);
    const connection = { ...connectionTo(simulator), authUrl: silent.url };
    const retry = { ...quickRetry, retries: 0 };
    const error = await refusalOf(
      PingOneTimeoutError,
      sendSet(createTransport(connection, { timeout: 40, retry })),
    );
    await silent.close();
    expect(error.message).to.contain("getting an access token got no answer");
    expect(error.unclear).to.equal(false);
  });
});
