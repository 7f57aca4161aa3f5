import { createServer as createTlsServer } from "node:https";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { expect } from "chai";
import { PingOneNetworkError } from "../../provider/errors";
import { refusalOf } from "../errors/refusal-of";
import { expectNoSecrets } from "./expect-no-secrets";
import { ACCESS_TOKEN, sendRead, transportByToken } from "./fixed-token";
import { listen, startLocalServer, stop } from "./local-server";
import { createSelfSignedCertificate } from "./self-signed-certificate";
import { withoutProxies } from "./without-proxies";

/** A proxy that only knows CONNECT, and what it was asked for. */
function createProxy(): { readonly server: Server; readonly tunnels: string[] } {
  const tunnels: string[] = [];
  const server = createServer();
  server.on("connect", (request, socket) => {
    tunnels.push(request.url ?? "");
    const { hostname, port } = new URL(`http://${request.url ?? ""}`);
    const target = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    for (const end of [socket, target]) {
      end.on("error", () => {
        socket.destroy();
        target.destroy();
      });
    }
  });
  return { server, tunnels };
}

describe("createAgents", () => {
  withoutProxies();
  const target = createTlsServer(createSelfSignedCertificate());
  let proxy: ReturnType<typeof createProxy>;
  let targetPort: number;

  before(async () => {
    targetPort = await listen(target);
  });
  after(() => stop(target));

  beforeEach(async () => {
    proxy = createProxy();
    process.env["HTTPS_PROXY"] = `http://127.0.0.1:${await listen(proxy.server)}`;
  });
  afterEach(async () => {
    proxy.server.closeAllConnections();
    await stop(proxy.server);
  });

  // The target's certificate is refused at either end of the way: what counts is the way.
  const call = () =>
    refusalOf(PingOneNetworkError, sendRead(transportByToken(`https://localhost:${targetPort}`)));

  it("goes through HTTPS_PROXY, and checks the certificate at the far end of the tunnel", async () => {
    const error = await call();
    expect(proxy.tunnels).to.deep.equal([`localhost:${targetPort}`]);
    expect(error.message).to.contain("DEPTH_ZERO_SELF_SIGNED_CERT");
  });

  for (const exception of ["localhost", "*", "example.com,localhost"]) {
    it(`goes past the proxy when NO_PROXY is ${exception}`, async () => {
      process.env["NO_PROXY"] = exception;
      const error = await call();
      expect(proxy.tunnels).to.deep.equal([]);
      expect(error.message).to.contain("DEPTH_ZERO_SELF_SIGNED_CERT");
    });
  }

  it("reaches plain http, which is a simulator's, without the proxy", async () => {
    process.env["HTTP_PROXY"] = process.env["HTTPS_PROXY"];
    const server = await startLocalServer((_request, reply) => reply.end('{"id":"u"}'));
    expect(await sendRead(transportByToken(server.url))).to.include({ enabled: true });
    await server.close();
    expect(proxy.tunnels).to.deep.equal([]);
  });

  it("says so when the proxy cannot be reached", async () => {
    const gone = createProxy();
    const port = await listen(gone.server);
    await stop(gone.server);
    process.env["HTTPS_PROXY"] = `http://someone:proxy-secret@127.0.0.1:${port}`;
    const error = await call();
    expect(error.message)
      .to.contain("ECONNREFUSED")
      .and.to.contain(`The connection goes through the proxy 127.0.0.1:${port} (HTTPS_PROXY, NO_PROXY).`);
    expectNoSecrets(error, ["proxy-secret", ACCESS_TOKEN]);
  });

  it("names no proxy where none is in the way", async () => {
    process.env["NO_PROXY"] = "localhost";
    expect((await call()).message).not.to.contain("proxy 127.0.0.1");
  });

  it("says at once that HTTPS_PROXY is no URL", async () => {
    process.env["HTTPS_PROXY"] = "http://proxy.example:none";
    const error = await call();
    expect(error.message)
      .to.contain("a setting cannot be used (ERR_INVALID_URL)")
      .and.to.contain("HTTPS_PROXY has to be a URL");
    expect(error.unclear).to.equal(false);
  });
});
