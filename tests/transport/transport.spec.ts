import { expect } from "chai";
import { PingOneApiError, PingOneNetworkError, PingOneResponseError } from "../../provider/errors";
import { checkPassword } from "../../provider/operations/check-password";
import { createTransport } from "../../provider/transport/transport";
import { version } from "../../provider/version";
import { refusalOf } from "../errors/refusal-of";
import { connectionTo, quickRetry, transportTo } from "../helpers/session";
import { withSimulator } from "../helpers/with-simulator";
import { expectNoSecrets } from "./expect-no-secrets";
import { ACCESS_TOKEN, PASSWORD, sendRead, sendSet, transportByToken } from "./fixed-token";
import { type LocalServer, startLocalServer } from "./local-server";

describe("createTransport", () => {
  let server: LocalServer;
  let answer: { status: number; text: string; headers?: Record<string, string> };
  beforeEach(async () => {
    answer = { status: 200, text: '{"status":"OK","id":"u"}' };
    server = await startLocalServer((request, reply) => {
      request.resume();
      reply.writeHead(answer.status, answer.headers).end(answer.text);
    });
  });
  afterEach(() => server.close());

  it("says who it is, what it takes and with which right", async () => {
    await sendRead(transportByToken(server.url));
    const { url, headers } = server.requests[0] ?? expect.fail("no request");
    expect(url).to.match(/^\/v1\/environments\//);
    expect(headers).to.include({
      authorization: `Bearer ${ACCESS_TOKEN}`,
      accept: "application/json",
      "user-agent": `pulumi-pingone-password/${version}`,
    });
    expect(headers).not.to.have.any.keys("content-type", "transfer-encoding");
  });

  it("keeps a base path of the API URL", async () => {
    await sendRead(transportByToken(`${server.url}/gateway`));
    expect(server.requests[0]?.url).to.match(/^\/gateway\/v1\/environments\//);
  });

  it("awaits beforeRequest before every request", async () => {
    const seen: number[] = [];
    const beforeRequest = async () => {
      await new Promise(setImmediate);
      seen.push(server.requests.length);
    };
    const send = transportByToken(server.url, { beforeRequest });
    await sendRead(send);
    await sendRead(send);
    expect(seen).to.deep.equal([0, 1]);
  });

  it("tells when each request goes out: after all that it waits for, and with every repeat", async () => {
    const seen: string[] = [];
    const beforeRequest = async () => {
      await new Promise(setImmediate);
      seen.push(`before ${server.requests.length}`);
    };
    const onSend = () => void seen.push("sent");
    answer.status = 503;
    const send = transportByToken(server.url, { beforeRequest, retry: { ...quickRetry, retries: 1 } });
    await refusalOf(PingOneApiError, sendRead(send, { onSend }));
    expect(seen).to.deep.equal(["before 0", "sent", "before 1", "sent"]);
  });

  it("keeps connections open", async () => {
    const send = transportByToken(server.url);
    await sendRead(send);
    await sendRead(send);
    const [first, second] = server.requests;
    expect(first?.socket).to.be.an("object").and.to.equal(second?.socket);
  });

  it("tells an answer that is no JSON from a refusal, and shows nothing of it", async () => {
    answer.text = `<html>${PASSWORD}${ACCESS_TOKEN}</html>`;
    const error = await refusalOf(PingOneResponseError, sendSet(transportByToken(server.url)));
    expect(error.message)
      .to.contain("setPassword: the answer (200) is not what PingOne answers.")
      .and.to.contain("Check what stands between here and PingOne");
    expect(error.isEmpty).to.equal(false);
    expectNoSecrets(error, [PASSWORD, ACCESS_TOKEN]);
    expect(server.requests).to.have.length(1);
  });

  it("hands an empty answer to the operation", async () => {
    answer.text = "";
    const error = await refusalOf(PingOneResponseError, sendSet(transportByToken(server.url)));
    expect(error.message).to.contain("setPassword: the answer (200) is empty.");
    expect(error.isEmpty).to.equal(true);
    const user = { environmentId: "e", userId: "u", password: PASSWORD };
    await transportByToken(server.url)(checkPassword, user);
    expect(server.requests).to.have.length(2);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`does not follow a ${status}, so that the token never reaches another host`, async () => {
      const other = await startLocalServer((_request, reply) => reply.end(answer.text));
      answer = { status, text: "", headers: { location: `${other.url}/v1/elsewhere` } };
      const error = await refusalOf(PingOneApiError, sendSet(transportByToken(server.url)));
      await other.close();
      expect(error).to.include({ status, code: `HTTP_${status}` });
      expect(error.message).to.contain("The answer is not PingOne's");
      expect(server.requests).to.have.length(1);
      expect(other.requests).to.deep.equal([]);
    });
  }

  it("withholds a refusal that repeats the token", async () => {
    answer = { status: 403, text: JSON.stringify({ code: "ACCESS_FAILED", message: `no ${ACCESS_TOKEN}` }) };
    const error = await refusalOf(PingOneApiError, sendRead(transportByToken(server.url)));
    expect(error.message).to.contain("withheld").and.to.contain("Identity Data Admin");
    expectNoSecrets(error, [ACCESS_TOKEN]);
  });

  it("does not read an answer without end", async () => {
    answer.text = JSON.stringify({ id: "u", padding: "x".repeat(10 * 1024 * 1024) });
    const error = await refusalOf(PingOneNetworkError, sendSet(transportByToken(server.url)));
    expect(error.message).to.contain("larger than anything PingOne sends");
    expect(error.unclear).to.equal(true);
    expect(server.requests).to.have.length(1);
  });

  it("makes no more requests a second than it is allowed", async () => {
    const send = transportByToken(server.url, { requestsPerSecond: 20 });
    const begun = performance.now();
    await Promise.all(Array.from({ length: 7 }, () => sendRead(send)));
    // Two may go at once, the others have to wait 50 ms each.
    expect(performance.now() - begun).to.be.greaterThan(245);
  });

  it("makes as many requests at once as it is allowed, and no more", async () => {
    const waiting: (() => void)[] = [];
    const inFlight: number[] = [];
    let begun = 0;
    const crowd = await startLocalServer((_request, reply) => {
      waiting.push(() => reply.end(answer.text));
      if (waiting.length === 3) {
        inFlight.push(begun);
        begun = 0;
        waiting.splice(0).forEach((release) => {
          release();
        });
      }
    });
    const beforeRequest = () => Promise.resolve(void (begun += 1));
    const send = transportByToken(crowd.url, { maxConcurrency: 3, beforeRequest });
    await Promise.all(Array.from({ length: 9 }, () => sendRead(send)));
    await crowd.close();
    expect(inFlight).to.deep.equal([3, 3, 3]);
  });
});

withSimulator("createTransport against PingOne", (simulator) => {
  it("shows PingOne's correlation id", async () => {
    const error = await refusalOf(PingOneApiError, sendSet(transportTo(simulator)));
    expect(error.status).to.equal(404);
    expect(error.id).to.equal(simulator.ledger.entries.at(-1)?.correlationId);
    expect(error.message).to.contain(`(PingOne id ${error.id ?? ""})`);
  });

  it("says which role is missing", async () => {
    const worker = simulator.createWorker({ clientId: "no-rights", roles: [] });
    const send = createTransport(connectionTo(simulator, worker), { retry: quickRetry });
    const error = await refusalOf(PingOneApiError, sendSet(send));
    expect(error).to.include({ status: 403, code: "ACCESS_FAILED" });
    expect(error.message).to.contain("role Identity Data Admin");
    expectNoSecrets(error, [worker.clientSecret, PASSWORD]);
  });

  it("shows no secret that an error repeats, whatever part of it does", async () => {
    const send = transportTo(simulator);
    const { clientSecret } = simulator.worker;
    await sendSet(send).catch(() => undefined);
    for (const said of [PASSWORD, clientSecret, `["${clientSecret}"]`]) {
      simulator.failNext("setPassword", { status: 400, body: { code: said, id: said, message: said } });
      const error = await refusalOf(PingOneApiError, sendSet(send));
      expect(error.message).to.contain("withheld");
      expectNoSecrets(error, [PASSWORD, clientSecret]);
    }
  });
});
