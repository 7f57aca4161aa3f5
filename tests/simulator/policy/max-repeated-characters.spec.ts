import { expect } from "chai";
import { maxRepeatedCharacters } from "../../../simulator/policy/max-repeated-characters";
import { subject } from "./subject";

describe("maxRepeatedCharacters", () => {
  const rules = { maxRepeatedCharacters: 2 };

  it("accepts runs up to the limit, however many", () => {
    expect(maxRepeatedCharacters(subject("aabbaabb", rules))).to.deep.equal([]);
  });

  it("refuses a longer run anywhere", () => {
    for (const value of ["aaab", "baaa", "b🔑🔑🔑"]) {
      expect(maxRepeatedCharacters(subject(value, rules))).to.have.length(1);
    }
  });

  it("tells upper from lower case", () => {
    expect(maxRepeatedCharacters(subject("aAa", rules))).to.deep.equal([]);
  });

  it("says nothing when it is not enforced", () => {
    expect(maxRepeatedCharacters(subject("aaaa", {}))).to.deep.equal([]);
  });
});
