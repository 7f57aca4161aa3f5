import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { drawing, PATIENCE } from "./drawing";
import { expectTyped } from "./expect-typed";
import { type HostileServer, json, raw, startHostileServer } from "./hostile-server";
import { jsonTexts } from "./json-texts";
import { call, hostileTransport, names, secretsOf } from "./operation-samples";
import { expectPrototypesUntouched, expectSafe, planted } from "./planted";

const CODINGS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gzipSync,
  "x-gzip": gzipSync,
  deflate: deflateSync,
  "x-deflate": deflateRawSync,
  br: brotliCompressSync,
  "gzip, gzip": (body) => gzipSync(gzipSync(body)),
  zstd: (body) => body,
  identity: (body) => body,
};

/** Where an answer ends before its end, or says something that is not so. */
const DAMAGES: readonly ((answer: Buffer, at: number) => Buffer)[] = [
  (answer) => answer,
  (answer, at) => answer.subarray(0, at % answer.length),
  (answer, at) =>
    Buffer.concat([
      answer.subarray(0, at % answer.length),
      Buffer.from([at & 0xff]),
      answer.subarray((at % answer.length) + 1),
    ]),
  (answer) => Buffer.concat([answer, Buffer.from("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")]),
  (answer) => Buffer.concat([Buffer.from("HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n"), answer]),
];

const HEADERS = [
  ...[
    "content-type: text/html; charset=utf-16",
    "content-type: application/json; charset=\u00e9",
    "content-type:",
  ],
  ...[
    "transfer-encoding: chunked",
    "transfer-encoding: gzip, chunked",
    "content-length: 5",
    "content-length: -1",
    "content-length: 1e9",
  ],
  ...[
    "retry-after: \u00ff",
    "set-cookie: \u00e9=\u00ff; Path=/",
    "set-cookie: a",
    "x: \u0001",
    " folded: x",
    ": empty",
    "no colon",
  ],
  ...[
    "location: http://[",
    "connection: upgrade",
    "upgrade: websocket",
    "trailer: x",
    `x: ${"y".repeat(20_000)}`,
    "keep-alive: timeout=0",
  ],
];

const STATUS_LINES = [
  "HTTP/1.1 200 OK",
  "HTTP/1.1 400 Bad",
  "HTTP/1.0 200",
  "HTTP/2 200",
  "HTTP/1.1 1000 x",
  "HTTP/1.1 0 x",
  "HTTP/1.1 101 x",
  "HTTP/1.1 304 x",
  "HTTP/1.1 204 x",
  "ICY 200 OK",
  "",
];

const wires = fc.record({
  name: fc.constantFrom(...names),
  line: fc.oneof({ weight: 4, arbitrary: fc.constant("HTTP/1.1 200 OK") }, fc.constantFrom(...STATUS_LINES)),
  headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 2 }),
  coding: fc.constantFrom(...Object.keys(CODINGS)),
  body: fc.oneof(jsonTexts, fc.string({ unit: "binary" })).map((text) => Buffer.from(text)),
  isCoded: fc.boolean(),
  damage: fc.constantFrom(...DAMAGES.keys()),
  at: fc.nat(2_000),
});

describe("answers that HTTP does not allow", () => {
  let server: HostileServer;
  before(async () => {
    server = await startHostileServer();
  });
  after(() => server.close());

  it("end each operation in a typed error, or in a result of its type", async function () {
    this.timeout(PATIENCE);
    await fc.assert(
      fc.asyncProperty(wires, async ({ name, line, headers, coding, body, isCoded, damage, at }) => {
        const content = isCoded ? (CODINGS[coding]?.(body) ?? body) : body;
        const head = [line, ...headers, `content-encoding: ${coding}`, "connection: close"].join("\r\n");
        const whole = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, "latin1"), content]);
        const answer = raw(DAMAGES[damage]?.(whole, at) ?? whole);
        let given = 0;
        server.answerWith(() => {
          given += 1;
          return given > 3 ? json(404, { code: "NOT_FOUND" }) : answer;
        });
        try {
          expectTyped(name, await call(hostileTransport(server.url, "token"), name));
        } catch (error) {
          expectSafe(error, [planted.token, ...secretsOf(name)]);
        }
        expectPrototypesUntouched();
      }),
      drawing(300, 10_000),
    );
  });
});
