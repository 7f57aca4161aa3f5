import { expect } from "chai";
import { notSimilarToCurrent } from "../../../simulator/policy/not-similar-to-current";
import { subject } from "./subject";

describe("notSimilarToCurrent", () => {
  const rules = { notSimilarToCurrent: true };
  const currentValue = "Secret-Word.42";
  const breaks = (value: string, current = currentValue) =>
    notSimilarToCurrent(subject(value, rules, { currentValue: current })).length > 0;

  it("refuses what is fewer than three changes away", () => {
    for (const value of [
      currentValue,
      "Secret-Word.43",
      "Secret-Word.",
      "Secret-Word.423",
      "1Secret-Word.421",
    ]) {
      expect(breaks(value), value).to.equal(true);
    }
    expect(notSimilarToCurrent(subject("Secret-Word.43", rules, { currentValue }))).to.deep.equal([
      "The provided new password is not acceptable because it is too similar to the current password",
    ]);
  });

  it("accepts three changes of whatever kind, upper and lower case being two letters", () => {
    for (const value of ["Secret-Word.42abc", "Secret-Word", "sEcREt-Word.42", "xSecret-Word.y"]) {
      expect(breaks(value), value).to.equal(false);
    }
  });

  it("counts a shift by one place as two changes", () => {
    expect(breaks("bcdefgha", "abcdefgh")).to.equal(true);
    expect(breaks("hgfedcba", "abcdefgh")).to.equal(false);
  });

  it("tells long passwords apart in a moment", function () {
    this.timeout(2000);
    expect(breaks("a".repeat(200_000), "b".repeat(200_000))).to.equal(false);
    expect(breaks("a".repeat(200_000), "b".repeat(100_000))).to.equal(false);
  });

  it("has nothing to compare with when the current password was not given", () => {
    expect(notSimilarToCurrent(subject("Secret-Word.42", rules))).to.deep.equal([]);
  });

  it("says nothing when it is not enforced", () => {
    expect(notSimilarToCurrent(subject("Secret-Word.42", {}, { currentValue }))).to.deep.equal([]);
  });
});
