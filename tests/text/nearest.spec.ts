import { expect } from "chai";
import { didYouMean, nearest } from "../../provider/text/nearest";

describe("nearest", () => {
  const inputs = ["environmentId", "userId", "value", "valueFrom", "forceChange", "adopt", "EU"];
  const meant: readonly (readonly [name: string, known: string | undefined])[] = [
    ["forceChanged", "forceChange"],
    ["force_change", "forceChange"],
    ["FORCECHANGE", "forceChange"],
    ["valuefrom", "valueFrom"],
    ["values", "value"],
    ["userid", "userId"],
    ["environment", "environmentId"],
    ["addopt", "adopt"],
    ["EUR", "EU"],
    ["password", undefined],
    ["x", undefined],
    ["", undefined],
    ["toString", undefined],
  ];
  for (const [name, known] of meant) {
    it(`takes ${name === "" ? "nothing" : name} for ${known ?? "none of them"}`, () => {
      expect(nearest(name, inputs)).to.equal(known);
    });
  }

  it("asks for the nearest only", () => {
    expect(didYouMean("forcechanges", inputs)).to.equal(": did you mean forceChange?");
    expect(didYouMean("password", inputs)).to.equal(".");
  });
});
