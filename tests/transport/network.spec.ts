import { createServer } from "node:https";
import { expect } from "chai";
import { PingOneNetworkError, PingOneTimeoutError } from "../../provider/errors";
import { createTransport } from "../../provider/transport/transport";
import { refusalOf } from "../errors/refusal-of";
import { quickRetry } from "../helpers/session";
import { expectNoSecrets } from "./expect-no-secrets";
import {
  ACCESS_TOKEN,
  connectionByToken,
  PASSWORD,
  sendRead,
  sendSet,
  transportByToken,
} from "./fixed-token";
import { closedPort, listen, startLocalServer, stop } from "./local-server";
import { createSelfSignedCertificate } from "./self-signed-certificate";
import { withoutProxies } from "./without-proxies";

/** Counts requests on their way out. */
function countRequests() {
  const counter = { sent: 0, beforeRequest: () => Promise.resolve(void (counter.sent += 1)) };
  return counter;
}

describe("createTransport over a bad network", () => {
  withoutProxies();

  it("repeats even a set when nothing listens, then names the address", async () => {
    const origin = `http://127.0.0.1:${await closedPort()}`;
    const counter = countRequests();
    const error = await refusalOf(PingOneNetworkError, sendSet(transportByToken(origin, counter)));
    expect(error.message).to.contain(
      `setPassword could not reach ${origin}: nothing listens there (ECONNREFUSED)`,
    );
    expect(error.unclear).to.equal(false);
    expect(counter.sent).to.equal(5);
    expectNoSecrets(error, [PASSWORD, ACCESS_TOKEN]);
  });

  it("gives up soon where nobody answers any call", async () => {
    const server = await startLocalServer(() => undefined);
    const send = transportByToken(server.url, { timeout: 50, longestSilence: 90 });
    await refusalOf(PingOneTimeoutError, sendRead(send));
    await server.close();
    expect(server.requests).to.have.length(2);
  });

  it("repeats a call that times out as long as others are answered", async () => {
    const server = await startLocalServer((request, reply) => {
      request.resume();
      if (request.method !== "GET") reply.end('{"status":"OK"}');
    });
    const send = transportByToken(server.url, { timeout: 50, longestSilence: 90 });
    const others = setInterval(() => void sendSet(send), 20);
    await refusalOf(PingOneTimeoutError, sendRead(send));
    clearInterval(others);
    await server.close();
    expect(server.requests.filter(({ method }) => method === "GET")).to.have.length(5);
  });

  it("says that a name cannot be resolved", async function () {
    // Without a network some resolvers take their time to say so.
    this.timeout(60_000);
    const send = transportByToken("http://nohost.invalid", { retry: { ...quickRetry, retries: 0 } });
    const error = await refusalOf(PingOneNetworkError, sendSet(send));
    expect(error.message).to.match(/its name cannot be resolved \((ENOTFOUND|EAI_AGAIN)\)/);
    expect(error.unclear).to.equal(false);
    expectNoSecrets(error, [PASSWORD, ACCESS_TOKEN]);
  });

  it("refuses a certificate it has no reason to trust, at once and before anything is sent", async () => {
    let asked = 0;
    const server = createServer(createSelfSignedCertificate(), (_request, reply) => {
      asked += 1;
      reply.end();
    });
    const counter = countRequests();
    const origin = `https://localhost:${await listen(server)}`;
    const error = await refusalOf(PingOneNetworkError, sendRead(transportByToken(origin, counter)));
    await stop(server);
    expect(error.message)
      .to.contain("its TLS certificate is refused (DEPTH_ZERO_SELF_SIGNED_CERT)")
      .and.to.contain("NODE_EXTRA_CA_CERTS");
    expect(counter.sent).to.equal(1);
    expect(asked).to.equal(0);
    expectNoSecrets(error, [ACCESS_TOKEN]);
  });

  it("says that an address does not speak TLS", async () => {
    const server = await startLocalServer(() => undefined);
    const counter = countRequests();
    const origin = `https://127.0.0.1:${server.port}`;
    const error = await refusalOf(PingOneNetworkError, sendRead(transportByToken(origin, counter)));
    await server.close();
    expect(error.message).to.contain("does not speak TLS").and.not.to.contain("certificate");
    expect(counter.sent).to.equal(1);
  });

  it("says at once that a credential cannot be sent, and shows nothing of it", async () => {
    const counter = countRequests();
    const credentials = { kind: "token", accessToken: "broken\ntoken" } as const;
    const connection = { ...connectionByToken("http://127.0.0.1:9"), credentials };
    const send = createTransport(connection, { retry: quickRetry, ...counter });
    const error = await refusalOf(PingOneNetworkError, sendSet(send));
    expect(error.message)
      .to.contain("a setting cannot be used (ERR_INVALID_CHAR)")
      .and.to.contain("no credential may hold a line break");
    expect(counter.sent).to.equal(1);
    expectNoSecrets(error, ["broken\ntoken", "broken\\ntoken", PASSWORD]);
  });

  it("does not repeat a set that is not answered in time, and says that it is open", async () => {
    const server = await startLocalServer(() => undefined);
    const error = await refusalOf(
      PingOneTimeoutError,
      sendSet(transportByToken(server.url, { timeout: 400 })),
    );
    await server.close();
    expect(error.message).to.contain(`setPassword got no answer from ${server.url} within 0.4 s`);
    expect(error.unclear).to.equal(true);
    expect(server.requests).to.have.length(1);
    expectNoSecrets(error, [PASSWORD, ACCESS_TOKEN]);
  });

  it("repeats a read that is not answered in time", async () => {
    const server = await startLocalServer((_request, reply) => {
      if (server.requests.length > 1) {
        reply.end('{"id":"u"}');
      }
    });
    const user = await sendRead(transportByToken(server.url, { timeout: 400 }));
    await server.close();
    expect(user).to.include({ enabled: true });
    expect(server.requests).to.have.length(2);
  });

  it("counts the time until the answer is read to its end", async () => {
    const server = await startLocalServer((_request, reply) => {
      reply.write('{"status":');
    });
    await refusalOf(PingOneTimeoutError, sendSet(transportByToken(server.url, { timeout: 400 })));
    await server.close();
  });

  it("takes an answer that breaks off for one that leaves it open", async () => {
    const server = await startLocalServer((request, reply) => {
      reply.writeHead(200, { "content-length": "100" }).write('{"status":', () => {
        request.socket.destroy();
      });
    });
    const error = await refusalOf(PingOneNetworkError, sendSet(transportByToken(server.url)));
    await server.close();
    expect(error.unclear).to.equal(true);
    expect(server.requests).to.have.length(1);
  });
});
