import * as fc from "fast-check";
import { disguised, spellings } from "./planted";

/** Names that answers of PingOne have, and those that all objects have. */
const KEYS = (
  "id status code message details target innerError unsatisfiedRequirements failuresRemaining retryAfter history length min max " +
  "_links _embedded next self href users populations passwordPolicies passwordPolicy user username externalId email name given family " +
  "population account canAuthenticate lockedAt enabled createdAt lastChangedAt secondsUntilUnlock minCharacters minComplexity lockout " +
  "failureCount durationSeconds default resumeUrl error error_description access_token expires_in password.forgot attemptsLeft " +
  "__proto__ constructor prototype toString valueOf toJSON then hasOwnProperty __defineGetter__"
).split(" ");

const TEXTS = [
  ..."OK COMPLETED NO_PASSWORD INVALID_DATA QUOTA_EXCEEDED INVALID_CREDENTIALS invalid_client history recoveryCode alice".split(
    " ",
  ),
  ...[
    "",
    "\u001b[2J\u0007",
    "\u0000",
    "a\r\nb: c",
    "\ud800",
    "\u202e",
    "9".repeat(400),
    "2026-01-01T00:00:00Z",
    "+275760-09-13",
  ],
  ...[
    "https://127.0.0.1:1/x?cursor=y",
    "//evil.example/",
    "?cursor=",
    "blob:http://127.0.0.1/",
    "\\\\evil",
    "/../../x",
  ],
];

const NUMBERS = "0 -0 1 -1 3 0.5 1e21 1e308 1e400 -1e400 9007199254740993 86400000000001 5e-324".split(" ");

const text = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 2, arbitrary: fc.constantFrom(...spellings, ...disguised) },
    fc.constantFrom(...spellings, ...disguised).map((secret) => `Invalid value (${secret}).`),
    fc.string({ unit: "binary" }),
  )
  // JSON.stringify would write the half of a pair as an escape, and everything else as it is.
  .chain((one) => fc.boolean().map((isEscaped) => (isEscaped ? escaped(one) : JSON.stringify(one))));

const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...KEYS).map((name) => JSON.stringify(name)) },
  text,
);

/** JSON's texts: a parsed value could hold neither `__proto__` nor a number beyond the range. */
const { any } = fc.letrec<{ any: string; list: string; object: string; plain: string }>((tie) => ({
  plain: fc.oneof({ weight: 3, arbitrary: text }, fc.constantFrom(...NUMBERS, "true", "false", "null")),
  list: fc.array(tie("any"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
  object: fc
    .array(fc.tuple(key, tie("any")), { maxLength: 6 })
    .map((entries) => `{${entries.map(([name, value]) => `${name}:${value}`).join(",")}}`),
  any: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("plain"), tie("list"), {
    weight: 2,
    arbitrary: tie("object"),
  }),
}));

const members = (fields: Readonly<Record<string, fc.Arbitrary<string>>>) =>
  fc.record(fields, { requiredKeys: [] }).map(
    (some) =>
      `{${Object.entries(some)
        .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
        .join(",")}}`,
  );

const listOf = (item: fc.Arbitrary<string>) =>
  fc.array(item, { maxLength: 3 }).map((items) => `[${items.join(",")}]`);

const refusal = members({
  id: any,
  code: text,
  message: text,
  details: listOf(
    members({
      code: text,
      message: text,
      target: text,
      innerError: members({
        unsatisfiedRequirements: listOf(text),
        failuresRemaining: any,
        retryAfter: any,
        history: text,
        length: any,
      }),
    }),
  ),
});

const state = members({
  id: text,
  status: text,
  lastChangedAt: text,
  secondsUntilUnlock: any,
  enabled: any,
  username: text,
  access_token: text,
  expires_in: any,
  passwordPolicy: members({ id: text }),
  lockout: members({ failureCount: any }),
  "attempts left": any,
  _links: members({ self: members({ href: text }), next: members({ href: text }) }),
});

const page = fc
  .tuple(fc.constantFrom("users", "populations", "passwordPolicies"), listOf(fc.oneof(state, any)), any)
  .map(([name, items, links]) => `{"_embedded":{"${name}":${items}},"_links":${links}}`);

/** Bodies in JSON: any, and those that come near to what PingOne answers. */
export const jsonTexts = fc.oneof(any, refusal, state, page);

/** JSON that nests as deep as asked. */
export function nested(depth: number, open = '{"innerError":', inner = "1", close = "}"): string {
  return open.repeat(depth) + inner + close.repeat(depth);
}

function escaped(one: string): string {
  const units = Array.from({ length: one.length }, (_none, at) => one.charCodeAt(at));
  return `"${units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("")}"`;
}
