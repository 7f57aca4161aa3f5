import { expect } from "chai";
import { FAULT_KINDS } from "../../../simulator/faults/fault-rule";
import { checkFaultRule } from "../../../simulator/faults/check-fault-rule";
import { FaultRuleError } from "../../../simulator/faults/fault-rule-error";

describe("checkFaultRule", () => {
  const refusal = (value: unknown): string => {
    try {
      checkFaultRule(value);
    } catch (error) {
      if (error instanceof FaultRuleError) return error.message;
    }
    return "";
  };
  const valid: Readonly<Record<string, object>> = {
    "invalid-client": { operation: "issueToken" },
    "redirect-302": { to: "https://elsewhere.example" },
    "redirect-307": { to: "http://127.0.0.1:9999/" },
    "clock-skew": { skewSeconds: -1.5 },
  };

  for (const kind of FAULT_KINDS) {
    it(`takes ${kind}`, () => {
      expect(refusal({ kind, ...valid[kind] })).to.equal("");
    });
  }

  it("takes every field at its bounds, and those that are undefined", () => {
    for (const rule of [
      { operation: "*", count: 1, probability: 0, seed: -1, after: 0, kind: "429-date", retryAfter: 0 },
      {
        operation: "setPassword",
        count: 1e9,
        probability: 1,
        seed: 2 ** 53 - 1,
        after: 9,
        kind: "slow-body",
      },
      { kind: "slow-body", chunkMs: 0, count: undefined },
      { kind: "revoke-token", operation: "setPassword" },
      { kind: "clock-skew", operation: "*", skewSeconds: 3_153_600_000 },
    ]) {
      expect(refusal(rule)).to.equal("");
    }
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ["no object", [], "it must be an object"],
    ["a text", "500-json", "it must be an object"],
    ["null", null, "it must be an object"],
    ["an unknown operation", { operation: "setPasword" }, "operation must be * or the name of an operation"],
    ["an inherited name", { operation: "constructor" }, "operation must be * or the name of an operation"],
    ["a count of nothing", { count: 0 }, "count must be a whole number from 1"],
    ["half a count", { count: 1.5 }, "count must be a whole number from 1"],
    ["a count as text", { count: "3" }, "count must be a whole number from 1"],
    ["a probability above 1", { probability: 30 }, "probability must be a number from 0 to 1"],
    ["no number", { probability: Number.NaN }, "probability must be a number from 0 to 1"],
    ["half a seed", { seed: 0.5 }, "seed must be a whole number"],
    ["a start before the first", { after: -1 }, "after must be a whole number from 0"],
    ["null for a field", { after: null }, "after must be a whole number from 0"],
    ["an unknown field", { times: 3 }, "times is not a known field; there are kind, operation, count"],
    ["an inherited field", { toString: 3 }, "toString is not a known field"],
    ["a parameter of another kind", { retryAfter: 1 }, "retryAfter is only for 429-seconds and 429-date"],
    ["a negative wait", { kind: "429-date", retryAfter: -1 }, "retryAfter must be whole seconds"],
    ["a date beyond all", { kind: "429-date", retryAfter: 1e300 }, "retryAfter must be whole seconds"],
    ["more than a timer holds", { kind: "slow-body", chunkMs: 2 ** 31 }, "chunkMs must be milliseconds"],
    ["a redirect to nowhere", { kind: "redirect-302" }, "to is missing; it must be scheme and host alone"],
    ["a path", { kind: "redirect-302", to: "http://a.example/b" }, "to must be scheme and host alone"],
    ["another scheme", { kind: "redirect-302", to: "file:///etc" }, "to must be scheme and host alone"],
    ["credentials", { kind: "redirect-302", to: "http://u:p@a.example" }, "to must be scheme and host alone"],
    ["no address", { kind: "redirect-307", to: "elsewhere" }, "to must be scheme and host alone"],
    ["no skew", { kind: "clock-skew" }, "skewSeconds is missing; it must be seconds"],
    ["a skew beyond all", { kind: "clock-skew", skewSeconds: 1e300 }, "skewSeconds must be seconds"],
    [
      "a skew now and then",
      { kind: "clock-skew", skewSeconds: 1, count: 1 },
      "count does not go with clock-skew",
    ],
    [
      "the skew of an operation",
      { kind: "clock-skew", skewSeconds: 1, operation: "readUser" },
      "operation does not go with clock-skew",
    ],
    ["a wrong client anywhere", { kind: "invalid-client" }, "operation must be issueToken"],
    ["a token without one", { kind: "revoke-token", operation: "issueToken" }, "operation must be * or one"],
    ["the token of a flow", { kind: "revoke-token", operation: "readFlow" }, "operation must be * or one"],
  ];
  for (const [what, fields, expected] of wrong) {
    it(`refuses ${what}`, () => {
      const isObject = typeof fields === "object" && fields !== null && !Array.isArray(fields);
      const message = refusal(isObject ? { kind: "500-json", ...fields } : fields);
      expect(message)
        .to.match(/^Wrong fault: .*\.$/)
        .and.to.contain(expected);
      expect(message).not.to.contain("; kind");
    });
  }

  it("lists the kinds when there is none or another one", () => {
    expect(refusal({})).to.match(
      /^Wrong fault: kind is missing; it must be one of 429-seconds, .*clock-skew\.$/,
    );
    expect(refusal({ kind: "500" })).to.match(
      /^Wrong fault: kind must be one of 429-seconds, .*clock-skew\.$/,
    );
    expect(refusal({ kind: 500 })).to.contain("kind must be one of");
  });

  it("names every problem at once", () => {
    expect(refusal({ kind: "500-json", count: 0, seed: "x" })).to.equal(
      "Wrong fault: count must be a whole number from 1; seed must be a whole number.",
    );
  });
});
