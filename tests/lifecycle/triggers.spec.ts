import { expect } from "chai";
import { areDatesLost, isTriggered } from "../../provider/lifecycle/triggers";
import { UNKNOWN } from "../../provider/lifecycle/unknown";

const DATE = "2026-12-01T10:00:00.000Z";

describe("isTriggered", () => {
  const cases: readonly (readonly [what: string, old: unknown, now: unknown, isTriggered: boolean])[] = [
    ["the same list", ["a", { b: [1, null] }], ["a", { b: [1, null] }], false],
    ["none and null", undefined, null, false],
    ["null that is left out", null, undefined, false],
    ["first triggers", undefined, ["a"], true],
    ["another text", ["a"], ["b"], true],
    ["one more", ["a"], ["a", "b"], true],
    ["one less", { a: 1, b: 2 }, { a: 1 }, true],
    ["another key", { a: 1 }, { b: 1 }, true],
    ["a list for a map", [], {}, true],
    ["a value that is not known yet", ["a"], [UNKNOWN], true],
    ["a date that was lost", [{}], [DATE], false],
    ["a date that was lost, by itself", {}, DATE, false],
    ["dates that were lost in lists and maps", { on: [{}], n: 1 }, { on: [DATE], n: 1 }, false],
    ["a date of other years", [{}], ["-000001-01-01T00:00:00.000Z"], false],
    ["something else beside a date that was lost", [{}, 1], [DATE, 2], true],
    ["another date", [DATE], ["2026-12-02T10:00:00.000Z"], true],
    ["a text in place of an empty map", [{}], ["now"], true],
    ["a date in place of a map", [{ a: 1 }], [DATE], true],
  ];
  for (const [what, old, now, wanted] of cases) {
    it(`${wanted ? "finds" : "passes over"} ${what}`, () => {
      expect(isTriggered({ triggers: old }, { triggers: now })).to.equal(wanted);
    });
  }
});

describe("areDatesLost", () => {
  it("tells dates that the old triggers lost from the same triggers and from others", () => {
    expect(areDatesLost({ triggers: [{}] }, { triggers: [DATE] })).to.equal(true);
    expect(areDatesLost({ triggers: [DATE] }, { triggers: [DATE] })).to.equal(false);
    expect(areDatesLost({ triggers: [{}, 1] }, { triggers: [DATE, 2] })).to.equal(false);
    expect(areDatesLost({ triggers: null }, {})).to.equal(false);
  });
});
