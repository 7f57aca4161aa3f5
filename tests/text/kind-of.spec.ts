import { expect } from "chai";
import { gotNoBoolean, gotNoText, kindOf } from "../../provider/text/kind-of";

describe("kindOf", () => {
  it("says what a value is, and not the value", () => {
    const values = [
      "hidden",
      1,
      1n,
      true,
      null,
      undefined,
      ["hidden"],
      { hidden: 1 },
      () => "hidden",
      Symbol("x"),
    ];
    expect(values.map(kindOf)).to.deep.equal([
      "a text",
      "a number",
      "a number",
      "a boolean",
      "null",
      "nothing",
      "a list",
      "an object",
      "a function",
      "a symbol",
    ]);
  });

  it("says what to do about a value of the wrong type", () => {
    expect([7, true, null, {}].map(gotNoText)).to.deep.equal([
      ", got a number: put it in quotes.",
      ", got a boolean: put it in quotes.",
      ", got null.",
      ", got an object.",
    ]);
    expect(["yes", 1].map(gotNoBoolean)).to.deep.equal([
      ", got a text: write it without quotes.",
      ", got a number.",
    ]);
  });
});
