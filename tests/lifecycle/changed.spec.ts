import { expect } from "chai";
import { changedKnown } from "../../provider/lifecycle/changed";
import { UNKNOWN } from "../../provider/lifecycle/unknown";

describe("changedKnown", () => {
  it("names the properties that differ, deeply compared", () => {
    const olds = { a: 1, b: [1, { c: 2 }], d: "x", e: true };
    const news = { a: 1, b: [1, { c: 3 }], d: "y", e: true };
    expect(changedKnown(olds, news, ["a", "b", "d", "e"])).to.deep.equal(["b", "d"]);
  });

  it("takes what is not known yet for unchanged", () => {
    expect(changedKnown({ a: "x", b: ["x"] }, { a: UNKNOWN, b: [UNKNOWN] }, ["a", "b"])).to.deep.equal([]);
  });

  it("sees a property that comes or goes", () => {
    expect(changedKnown<"a" | "b">({ a: 1 }, { b: 1 }, ["a", "b"])).to.deep.equal(["a", "b"]);
  });

  it("looks at no other property", () => {
    expect(changedKnown<"a" | "b">({ a: 1, b: 1 }, { a: 1, b: 2 }, ["a"])).to.deep.equal([]);
  });
});
