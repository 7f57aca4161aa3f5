import * as fc from "fast-check";
import { drawing, PATIENCE } from "./drawing";
import { expectTyped } from "./expect-typed";
import { type HostileServer, json, reply, startHostileServer } from "./hostile-server";
import { jsonTexts } from "./json-texts";
import { call, hostileTransport, names, secretsOf } from "./operation-samples";
import {
  clientSecrets,
  disguised,
  expectPrototypesUntouched,
  expectSafe,
  spellings,
  planted,
} from "./planted";

const STATUSES = [
  ...[
    200, 200, 200, 200, 201, 204, 299, 300, 302, 307, 399, 400, 400, 400, 401, 403, 404, 408, 409, 418, 429,
    451, 499,
  ],
  ...[500, 502, 503, 504, 599, 600, 700, 999],
];

const headerText = fc.oneof(
  fc.constantFrom(...[...spellings, ...disguised].filter((text) => /^[\x20-\x7e]*$/.test(text))),
  fc.constantFrom(
    "0",
    "0.001",
    "1e400",
    "-1",
    "0x3",
    "soon",
    "",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "9".repeat(300),
  ),
  fc.constantFrom(
    "Sat, 99 Foo 2026",
    "+275760-09-13T00:00:00Z",
    "a=b; Path=/; Secure",
    "=; ;=;",
    "__proto__=x",
    "ST=",
  ),
  fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((unit) => String.fromCharCode(unit)) }),
);

const headers = fc.array(
  fc.tuple(
    fc.constantFrom(
      "retry-after",
      "set-cookie",
      "correlation-id",
      "date",
      "content-type",
      "location",
      "__proto__",
      "x",
    ),
    headerText.filter((text) => !/[\x7f-\x9f]/.test(text)),
  ),
  { maxLength: 5 },
);

const answers = fc.record({
  name: fc.constantFrom(...names),
  status: fc.constantFrom(...STATUSES),
  headers,
  body: fc.oneof({ weight: 8, arbitrary: jsonTexts }, fc.string({ unit: "binary" }), headerText),
});

/** What stops a call that is repeated for ever: a refusal that nobody repeats. */
const enough = json(404, { id: "x", code: "NOT_FOUND", message: "Enough." });

describe("answers of any kind", () => {
  let server: HostileServer;
  before(async () => {
    server = await startHostileServer();
  });
  after(() => server.close());

  /** Answers the first requests so, and the others plainly. */
  function answerFirst(answer: ReturnType<typeof reply>, isMeant: (head: string) => boolean) {
    let given = 0;
    server.heads.length = 0;
    server.answerWith((head) => {
      if (!isMeant(head)) {
        return json(200, { access_token: planted.token, expires_in: 3600 });
      }
      given += 1;
      return given > 3 ? enough : answer;
    });
  }

  it("end each operation in a typed error, or in a result of its type", async function () {
    this.timeout(PATIENCE);
    await fc.assert(
      fc.asyncProperty(answers, async ({ name, status, headers: given, body }) => {
        answerFirst(reply(status, given, body), () => true);
        try {
          expectTyped(name, await call(hostileTransport(server.url, "token"), name));
        } catch (error) {
          expectSafe(error, [planted.token, ...secretsOf(name)]);
        }
        expectPrototypesUntouched();
      }),
      drawing(400),
    );
  });

  it("of the token endpoint end in a typed error, or in a token that is used", async function () {
    this.timeout(PATIENCE);
    const byMethod = fc.constantFrom("", "Unsupported authentication method");
    await fc.assert(
      fc.asyncProperty(answers, byMethod, async ({ status, headers: given, body }, method) => {
        answerFirst(reply(status, given, method + body), (head) => head.includes("/as/token "));
        try {
          await call(hostileTransport(server.url, "client"), "readUser");
        } catch (error) {
          expectSafe(error, clientSecrets);
        }
        expectPrototypesUntouched();
      }),
      drawing(200, 10_000),
    );
  });
});
