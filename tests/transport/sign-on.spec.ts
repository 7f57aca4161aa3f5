import { expect } from "chai";
import type { Connection } from "../../provider/config";
import {
  PingOneApiError,
  PingOneAuthError,
  PingOneError,
  PingOneNetworkError,
  PingOneTimeoutError,
} from "../../provider/errors";
import type { Flow } from "../../provider/operations";
import { checkUsernamePassword } from "../../provider/operations/check-username-password";
import { readFlow } from "../../provider/operations/read-flow";
import { readUser } from "../../provider/operations/read-user";
import { startFlow } from "../../provider/operations/start-flow";
import type { Send } from "../../provider/transport";
import { createTransport } from "../../provider/transport/transport";
import type { TransportOptions } from "../../provider/transport/transport";
import { version } from "../../provider/version";
import { refusalOf } from "../errors/refusal-of";
import { quickRetry, transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { expectNoSecrets } from "./expect-no-secrets";
import { ACCESS_TOKEN, PASSWORD } from "./fixed-token";
import { closedPort, type LocalServer, startLocalServer } from "./local-server";

const COOKIE = "ST=5e551011-0000-4000-8000-000000000001";
const CLIENT_SECRET = "client-secret-of-the-worker";
const environmentId = "11111111-2222-4333-8444-555555555555";
const flow: Flow = { environmentId, id: "f", status: "SIGN_ON_REQUIRED", links: {}, cookie: COOKIE };

const credentials: readonly Connection["credentials"][] = [
  { kind: "token", accessToken: ACCESS_TOKEN },
  { kind: "client", environmentId, clientId: "worker", clientSecret: CLIENT_SECRET },
];
const secrets = [PASSWORD, JSON.stringify(PASSWORD).slice(1, -1), COOKIE, CLIENT_SECRET, ACCESS_TOKEN];

describe("createTransport at a sign-on", () => {
  let api: LocalServer;
  let auth: LocalServer;
  let answer: { status: number; text: string; headers: Record<string, string | string[]> };
  beforeEach(async () => {
    answer = { status: 200, text: '{"id":"f","status":"COMPLETED"}', headers: {} };
    api = await startLocalServer((_request, reply) => reply.end("{}"));
    auth = await startLocalServer((request, reply) => {
      request.resume();
      reply.writeHead(answer.status, answer.headers).end(answer.text);
    });
  });
  afterEach(async () => {
    expect(api.requests).to.deep.equal([]);
    await api.close();
    await auth.close();
  });

  const transport = (options: TransportOptions = {}, overrides: Partial<Connection> = {}): Send =>
    createTransport(
      {
        source: "the test",
        apiUrl: api.url,
        authUrl: auth.url,
        credentials: { kind: "token", accessToken: ACCESS_TOKEN },
        ...overrides,
      },
      { retry: quickRetry, ...options },
    );
  const check = (send: Send, at: Flow = flow) =>
    send(checkUsernamePassword, { flow: at, username: "alice", password: PASSWORD });
  const cookiesSent = () => auth.requests.map(({ headers }) => headers.cookie);

  for (const given of credentials) {
    it(`asks the auth host with the cookie, and nothing of credentials of the kind ${given.kind}`, async () => {
      await check(transport({}, { credentials: given }));
      expect(auth.requests).to.have.length(1);
      const { url, method, headers } = auth.requests[0] ?? expect.fail("no request");
      expect([method, url]).to.deep.equal(["POST", `/${environmentId}/flows/f`]);
      expect(headers).to.include({
        accept: "application/json",
        "content-type": "application/vnd.pingidentity.usernamePassword.check+json",
        cookie: COOKIE,
        "user-agent": `pulumi-pingone-password/${version}`,
      });
      expect(headers).not.to.have.any.keys("authorization");
      expect(JSON.stringify(headers)).not.to.contain(CLIENT_SECRET).and.not.to.contain(ACCESS_TOKEN);
    });
  }

  it("keeps a base path of the auth URL", async () => {
    await check(transport({}, { authUrl: `${auth.url}/gateway` }));
    expect(auth.requests[0]?.url).to.equal(`/gateway/${environmentId}/flows/f`);
  });

  it("follows PingOne's own link on the auth host", async () => {
    const links = { "usernamePassword.check": `${auth.url}/elsewhere?x=1` };
    await check(transport(), { ...flow, links });
    expect(auth.requests[0]?.url).to.equal("/elsewhere?x=1");
  });

  it("sends neither cookie nor password to another host that a link names", async () => {
    const other = await startLocalServer((_request, reply) => reply.end(answer.text));
    const links = { "usernamePassword.check": `${other.url}/${environmentId}/flows/f` };
    const error = await refusalOf(PingOneError, check(transport(), { ...flow, links }));
    await other.close();
    expect(error.message).to.contain(`another address than ${auth.url}, the auth URL in the test`);
    expect([...auth.requests, ...other.requests]).to.deep.equal([]);
    expectNoSecrets(error, secrets);
  });

  it("carries every cookie from call to call, the newest of each name", async () => {
    const send = transport();
    answer.headers = { "set-cookie": ["ST=1; Path=/; Secure", "other=a=b; HttpOnly"] };
    const started = await send(startFlow, { environmentId, applicationId: "app" });
    answer.headers = {};
    const read = await send(readFlow, { flow: started });
    answer.headers = { "set-cookie": ["ST=2; Path=/"] };
    const checked = await check(send, read);
    await send(readFlow, { flow: checked });
    expect(cookiesSent()).to.deep.equal([undefined, "ST=1; other=a=b", "ST=1; other=a=b", "ST=2; other=a=b"]);
  });

  it("mixes no cookies of two sign-ons of one process", async () => {
    const send = transport();
    answer.headers = { "set-cookie": ["ST=1; Path=/"] };
    const first = await send(startFlow, { environmentId, applicationId: "app" });
    answer.headers = { "set-cookie": ["ST=2; Path=/"] };
    const second = await send(startFlow, { environmentId, applicationId: "app" });
    answer.headers = {};
    await send(readFlow, { flow: first });
    await send(readFlow, { flow: second });
    expect(cookiesSent()).to.deep.equal([undefined, undefined, "ST=1", "ST=2"]);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`does not follow a ${status}, so that no password reaches another host`, async () => {
      const other = await startLocalServer((_request, reply) => reply.end(answer.text));
      answer = { status, text: "", headers: { location: `${other.url}/signon` } };
      const error = await refusalOf(PingOneApiError, check(transport()));
      const started = transport()(startFlow, { environmentId, applicationId: "app" });
      expect(await refusalOf(PingOneApiError, started)).to.include({ status });
      await other.close();
      expect(error).to.include({ operation: "checkUsernamePassword", status, code: `HTTP_${status}` });
      expect(auth.requests).to.have.length(2);
      expect(other.requests).to.deep.equal([]);
      expectNoSecrets(error, secrets);
    });
  }

  for (const given of credentials) {
    it(`withholds a refusal that repeats a secret, with credentials of the kind ${given.kind}`, async () => {
      const ours = given.kind === "client" ? CLIENT_SECRET : ACCESS_TOKEN;
      for (const said of [PASSWORD, COOKIE, encodeURIComponent(COOKIE), COOKIE.slice(3), ours]) {
        answer = { ...answer, status: 400, text: JSON.stringify({ code: said, message: `no ${said}` }) };
        const error = await refusalOf(PingOneApiError, check(transport({}, { credentials: given })));
        expect(error.message).to.contain("withheld");
        expectNoSecrets(error, [said, ...secrets]);
      }
    });
  }

  it("makes a 401 a refusal of the sign-on, not of our credentials, and asks once", async () => {
    const details = [{ code: "INVALID_TOKEN", message: "The token is missing." }];
    answer = {
      ...answer,
      status: 401,
      text: JSON.stringify({ code: "ACCESS_FAILED", message: "", details }),
    };
    const error = await refusalOf(PingOneApiError, check(transport()));
    expect(error).to.include({ status: 401, code: "ACCESS_FAILED" }).and.not.instanceOf(PingOneAuthError);
    expect(error.message)
      .to.contain("run the command again, which begins a new one")
      .and.not.to.contain("Check the credentials there");
    expect(auth.requests).to.have.length(1);
  });

  it("leaves open what became of a password that got no answer, and does not send it again", async () => {
    const silent = await startLocalServer((request) => request.resume());
    const send = transport({ timeout: 400 }, { authUrl: silent.url });
    const error = await refusalOf(PingOneTimeoutError, check(send));
    await silent.close();
    expect(error.message).to.contain(`checkUsernamePassword got no answer from ${silent.url}`);
    expect(error.unclear).to.equal(true);
    expect(silent.requests).to.have.length(1);
    expectNoSecrets(error, secrets);
  });

  it("says that the auth host cannot be reached", async () => {
    const authUrl = `http://127.0.0.1:${await closedPort()}`;
    const error = await refusalOf(PingOneNetworkError, check(transport({}, { authUrl })));
    expect(error.message).to.contain(`could not reach ${authUrl}`);
    expect(error.unclear).to.equal(false);
    expectNoSecrets(error, secrets);
  });

  it("awaits beforeRequest", async () => {
    const seen: number[] = [];
    const beforeRequest = async () => {
      await new Promise(setImmediate);
      seen.push(auth.requests.length);
    };
    await check(transport({ beforeRequest }));
    expect(seen).to.deep.equal([0]);
  });
});

withSimulator("createTransport at a sign-on to PingOne", (simulator) => {
  it("neither asks for a token nor gives one up that the API still takes", async () => {
    const user = addUser(simulator);
    const send = transportTo(simulator);
    const start = () => {
      const { environmentId: home, application } = simulator;
      return send(startFlow, { environmentId: home, applicationId: application.clientId });
    };
    const started = await start();
    await send(readUser, user);
    const refused = send(readFlow, { flow: { ...started, cookie: "" } });
    expect(await refusalOf(PingOneApiError, refused)).to.include({ status: 401 });
    await send(readUser, user);
    expect(
      simulator.ledger.entries.map(({ operation, hasAuthorization }) => [operation, hasAuthorization]),
    ).to.deep.equal([
      ["startFlow", false],
      ["issueToken", true],
      ["readUser", true],
      ["readFlow", false],
      ["readUser", true],
    ]);
  });
});
