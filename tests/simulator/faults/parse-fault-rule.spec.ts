import { expect } from "chai";
import { parseFaultRule } from "../../../simulator/faults/parse-fault-rule";

describe("parseFaultRule", () => {
  const forms: readonly (readonly [string, object])[] = [
    ["setPassword:reset-after", { operation: "setPassword", kind: "reset-after" }],
    [
      "setPassword:reset-after:probability=0.3:seed=7",
      { operation: "setPassword", kind: "reset-after", probability: 0.3, seed: 7 },
    ],
    [
      "*:429-seconds:retryAfter=2:after=1:count=4",
      { operation: "*", kind: "429-seconds", retryAfter: 2, after: 1, count: 4 },
    ],
    [
      "*:redirect-302:to=http://127.0.0.1:9999:count=1",
      { operation: "*", kind: "redirect-302", to: "http://127.0.0.1:9999", count: 1 },
    ],
    ["*:clock-skew:skewSeconds=-90", { operation: "*", kind: "clock-skew", skewSeconds: -90 }],
    [' {"kind": "500-html", "count": 2}', { kind: "500-html", count: 2 }],
  ];
  for (const [text, rule] of forms) {
    it(`reads ${text}`, () => {
      expect(parseFaultRule(text)).to.deep.equal(rule);
    });
  }

  const wrong: readonly (readonly [string, string])[] = [
    ["", "Wrong fault: it must be JSON or operation:kind, with :name=value for each further field."],
    [
      "reset-after",
      "Wrong fault: it must be JSON or operation:kind, with :name=value for each further field.",
    ],
    [
      "*:500-json:3",
      "Wrong fault: it must be JSON or operation:kind, with :name=value for each further field.",
    ],
    ['{"kind": ', "Wrong fault: it is not valid JSON."],
    ["*:500-json:count=many", "Wrong fault: count must be a whole number from 1."],
    ["*:500-json:count=", "Wrong fault: count must be a whole number from 1."],
    [
      "setPassword:revoke-token:to=x",
      "Wrong fault: to must be scheme and host alone, such as http://127.0.0.1:9999.",
    ],
  ];
  for (const [text, message] of wrong) {
    it(`refuses ${text === "" ? "nothing" : text}`, () => {
      expect(() => parseFaultRule(text)).to.throw(message);
    });
  }

  it("says which operation and kind it does not know", () => {
    expect(() => parseFaultRule("none:nothing")).to.throw(/operation must be .*; kind must be one of /);
  });

  it("keeps to plain objects", () => {
    expect(() => parseFaultRule("*:500-json:__proto__=1")).to.throw("__proto__ is not a known field");
    expect(() => parseFaultRule('{"kind": "500-json", "__proto__": {"count": 1}}')).to.throw(
      "__proto__ is not a known field",
    );
  });
});
