import type { Socket } from "node:net";
import { once } from "node:events";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import { PingOneError, PingOneNetworkError, PingOneTimeoutError } from "../../provider/errors";
import { refusalOf } from "../errors/refusal-of";
import { type Answer, type HostileServer, json, reply, startHostileServer } from "./hostile-server";
import { call, hostileTransport } from "./operation-samples";
import { expectSafe, planted } from "./planted";

const MEGABYTE = 1024 * 1024;

const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

/** Writes the same for as long as somebody takes it, up to a number of bytes. */
function flood(head: string, chunk: Buffer | string, bytes: number, sent: { bytes: number }): Answer {
  const write = async (socket: Socket) => {
    socket.write(head);
    while (sent.bytes < bytes && !socket.destroyed) {
      sent.bytes += chunk.length;
      if (!socket.write(chunk)) {
        await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => undefined);
      }
    }
    socket.end();
  };
  return (socket) => void write(socket);
}

describe("answers larger than PingOne's", () => {
  let server: HostileServer;
  before(async () => {
    server = await startHostileServer();
  });
  after(() => server.close());

  async function refused(answer: Answer, timeout = 20_000): Promise<PingOneError> {
    server.answerWith(() => answer);
    const retry = { retries: 0, baseDelay: 1, maxDelay: 1, maxRetryAfter: 1 };
    const send = hostileTransport(server.url, "token", { timeout, retry });
    const error = await refusalOf(PingOneError, call(send, "setPassword"));
    expectSafe(error, [planted.token, planted.password]);
    return error;
  }

  const TOO_LARGE = "its answer is larger than anything PingOne sends";

  it("of 100 MB are not read to their end", async () => {
    const sent = { bytes: 0 };
    const head = `${HEAD}content-length: ${100 * MEGABYTE}\r\n\r\n`;
    const error = await refused(flood(head, Buffer.alloc(MEGABYTE, " "), 100 * MEGABYTE, sent));
    expect(error).to.be.instanceOf(PingOneNetworkError);
    expect(error.message).to.contain(TOO_LARGE);
    expect(sent.bytes).to.be.lessThan(40 * MEGABYTE);
  });

  it("without an end are not read for ever", async () => {
    const sent = { bytes: 0 };
    const error = await refused(flood(`${HEAD}\r\n`, Buffer.alloc(MEGABYTE, "["), Infinity, sent));
    expect(error.message).to.contain(TOO_LARGE);
  });

  for (const [coding, bomb] of [
    ["gzip", gzipSync(Buffer.alloc(100 * MEGABYTE))],
    ["deflate", deflateSync(Buffer.alloc(100 * MEGABYTE))],
    ["br", brotliCompressSync(Buffer.alloc(100 * MEGABYTE))],
  ] as const) {
    it(`are refused as well when ${coding} makes 100 MB of a few bytes`, async () => {
      expect(bomb.length).to.be.lessThan(MEGABYTE);
      for (const status of [200, 400]) {
        const error = await refused(reply(status, [["content-encoding", coding]], bomb));
        expect(error.message).to.contain(TOO_LARGE);
      }
    });
  }

  it("of just what is allowed are read", async () => {
    const filler = " ".repeat(10 * MEGABYTE - 20);
    server.answerWith(() => reply(200, [], `{"status":"OK"}${filler}`));
    expect(await call(hostileTransport(server.url, "token"), "setPassword")).to.deep.include({
      status: "OK",
    });
  });

  it("are refused for thousands of headers, one of any length, or headers without an end", async () => {
    const many = Array.from({ length: 5_000 }, (_none, at) => [`x-${at}`, "y"] as const);
    expect((await refused(reply(200, many, "{}"))).message).to.contain("HPE_HEADER_OVERFLOW");
    expect((await refused(reply(200, [["x", "y".repeat(MEGABYTE)]], "{}"))).message).to.contain(
      "HPE_HEADER_OVERFLOW",
    );
    const endless = flood("HTTP/1.1 200 OK\r\n", "x: y\r\n".repeat(1_000), Infinity, { bytes: 0 });
    expect(await refused(endless)).to.be.instanceOf(PingOneNetworkError);
  });

  it("are given up when they do not come to an end in time", async () => {
    const drip =
      (text: string, more: string): Answer =>
      (socket) => {
        socket.write(text);
        const timer = setInterval(() => socket.write(more), 20);
        socket.on("close", () => {
          clearInterval(timer);
        });
      };
    for (const [text, more] of [
      ["", ""],
      ["HTTP/1.1 200 OK\r\n", "x"],
      [`${HEAD}\r\n{"status": `, " "],
      [`${HEAD}content-length: 900\r\n\r\n{`, ""],
      [`${HEAD}content-encoding: gzip\r\n\r\n`, ""],
      ["HTTP/1.1 103 x\r\n\r\n", "HTTP/1.1 103 x\r\n\r\n"],
    ] as const) {
      expect(await refused(drip(text, more), 150), text).to.be.instanceOf(PingOneTimeoutError);
    }
  });

  it("leave the next call as it should be", async () => {
    const send = hostileTransport(server.url, "token");
    server.answerWith(() =>
      reply(200, [["content-encoding", "gzip"]], gzipSync(Buffer.alloc(20 * MEGABYTE))),
    );
    await refusalOf(PingOneNetworkError, call(send, "setPassword"));
    server.answerWith(() => json(200, { status: "OK" }));
    expect(await call(send, "setPassword")).to.deep.equal({ status: "OK" });
  });
});
