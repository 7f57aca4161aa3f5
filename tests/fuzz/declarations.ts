import * as fc from "fast-check";
import type { Props, ResourceName } from "../../provider/lifecycle";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { actionSamples } from "../lifecycle/action/action-samples";
import { jsonTexts } from "./json-texts";
import { environmentId, userId } from "./operation-samples";
import { planted } from "./planted";

/** A declaration of a resource: what is right in it, and the names of its inputs that are secrets. */
export type Sample = {
  readonly type: ResourceName;
  readonly whole: Props;
  readonly inputs: readonly string[];
  readonly secrets: readonly string[];
};

const user = { environmentId, userId, triggers: ["first"] };

/** One of each type of resource. */
export const samples: readonly Sample[] = [
  {
    type: "UserPassword",
    whole: { environmentId, userId, value: planted.password, fingerprint: "", forceChange: true },
    inputs:
      "valueFrom generate valueVersion deliverTo policyCheck onExternalChange deletionPolicy bypassPolicy deletionPolicyForce exposeValue adopt".split(
        " ",
      ),
    secrets: ["value"],
  },
  { type: "PasswordUnlock", whole: user, inputs: ["scope", "when", "rerun"], secrets: [] },
  {
    type: "User",
    whole: { environmentId, username: "alice", email: "alice@example.com", owner: "pulumi:p/s/alice" },
    inputs: ["name", "population", "enabled", "adopt"],
    secrets: [],
  },
  {
    type: "TestUsers",
    whole: {
      environmentId,
      users: { alice: { username: "alice" }, bob: { username: "bob", enabled: true } },
      passwords: { alice: planted.password, bob: planted.newPassword },
      owner: "pulumi:p/s/fixture",
      fingerprints: "",
    },
    inputs: ["deliverTo", "exposeValue", "adopt", "policyCheck", "refreshPasswords"],
    secrets: ["passwords"],
  },
  ...actionSamples.map(({ type, inputs, others, secrets }) => ({
    type,
    whole: {
      ...inputs,
      ...Object.fromEntries(
        Object.keys(secrets).map((name) => [
          name,
          name === "recoveryCode"
            ? planted.recoveryCode
            : name === "newPassword"
              ? planted.newPassword
              : planted.password,
        ]),
      ),
    },
    inputs: [...Object.keys(others), ...Object.keys(secrets).map((name) => `${name}From`)],
    secrets: Object.keys(secrets),
  })),
];

/** Texts that lead elsewhere, or end something, wherever they are put. */
export const TEXTS: readonly string[] = [
  ...[
    "",
    " ",
    ".",
    "..",
    "../..",
    "%2e%2e",
    "%2e%2e%2f",
    "a/../b",
    "/",
    "//evil.example",
    "\\",
    "?x=1",
    "#x",
    "a&b=c",
    "%",
    "%00",
  ],
  ...[
    "\r\nx-injected: 1",
    "a\nb",
    "\0",
    "\u001b[2J",
    "\u202e",
    "\ud83d",
    "\ude00x",
    "é",
    "e\u0301",
    "\u{1f600}",
    "İ",
    "ß",
    "ſ",
    "\ufeff",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "then",
    "null",
    "undefined",
    "NaN",
    "true",
    "0",
  ],
  ...[
    '" or username sw "',
    '\\" or username sw \\"',
    "x) or (username sw a",
    "' or '1'='1",
    "\\",
    '"',
    '\\\\"',
    "*",
    "%22",
  ],
  ...[
    environmentId,
    environmentId.toUpperCase(),
    `${environmentId}\n`,
    `${environmentId}/x`,
    UNKNOWN,
    "x".repeat(129),
    "x".repeat(20_000),
  ],
];

/** Texts of all kinds. */
export const hostileTexts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  fc.array(fc.constantFrom(...TEXTS), { maxLength: 3 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 140 }),
  fc.string({ unit: "grapheme", maxLength: 140 }),
);

/** Values of any type, as they come over the wire. */
const anything = fc.oneof(
  { weight: 3, arbitrary: hostileTexts },
  fc.constantFrom(0, -1, NaN, Infinity, 1e308, true, false, null, [], {}, UNKNOWN, [UNKNOWN]),
  // The secrets of answers are none here.
  jsonTexts.map(parse).filter((value) => !/nted|nt3d/i.test(JSON.stringify(value))),
  fc.constant({ env: "PATH" }),
  fc.constant({ a: UNKNOWN }),
  hostileTexts.map((file) => ({ file: `/nowhere/${file}` })),
  hostileTexts.map((env) => ({ env })),
  hostileTexts.map((given) => ({ given, family: given })),
  hostileTexts.map((name) => ({ [name]: { username: name } })),
  hostileTexts.map(
    (name) => JSON.parse(`{"__proto__":{"username":${JSON.stringify(name)}},"a":{"__proto__":1}}`) as unknown,
  ),
);

/** What a program may give in place of a secret, with the secret in it. */
const misplaced = (secret: unknown) =>
  fc.constantFrom<unknown>([secret], { secret }, { value: secret, x: UNKNOWN }, [[secret]]);

/** A sample, and a declaration of it in which some inputs are others. */
export const declarations = fc.constantFrom(...samples).chain((sample) => {
  const names = [...Object.keys(sample.whole), ...sample.inputs].filter(
    (name) => !/^(owner|fingerprints?)$/.test(name),
  );
  const change = fc.oneof(
    fc.tuple(fc.constantFrom(...names.filter((name) => !sample.secrets.includes(name))), anything),
    fc.tuple(hostileTexts, anything),
    ...sample.secrets.map((name) => misplaced(sample.whole[name]).map((value) => [name, value] as const)),
    // What could be a variable's name is taken for one.
    ...sample.secrets
      .filter((name) => /\W/.test(String(sample.whole[name])))
      .map((name) => fc.constant([`${name}From`, { env: String(sample.whole[name]) }] as const)),
  );
  const omitted = fc.subarray(names, { maxLength: 1 });
  return fc.tuple(fc.array(change, { maxLength: 3 }), omitted).map(([changes, left]) => ({
    sample,
    news: Object.fromEntries(
      [...Object.entries(sample.whole), ...changes].filter(([name]) => !left.includes(name)),
    ),
  }));
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
