import { expect } from "chai";
import { isUnknown, UNKNOWN } from "../../provider/lifecycle/unknown";

describe("isUnknown", () => {
  it("knows the engine's mark by its documented text", () => {
    expect(UNKNOWN).to.equal("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
  });

  for (const value of [UNKNOWN, [1, UNKNOWN], { a: { b: [UNKNOWN] } }]) {
    it(`finds it in ${JSON.stringify(value)}`, () => {
      expect(isUnknown(value)).to.equal(true);
    });
  }

  it("does not find it elsewhere", () => {
    const others = [undefined, null, "", 0, false, `x${UNKNOWN}`, { [UNKNOWN]: 1 }, [], {}];
    expect(others.map(isUnknown)).to.deep.equal(others.map(() => false));
  });
});
