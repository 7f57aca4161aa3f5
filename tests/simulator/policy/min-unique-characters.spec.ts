import { expect } from "chai";
import { minUniqueCharacters } from "../../../simulator/policy/min-unique-characters";
import { subject } from "./subject";

describe("minUniqueCharacters", () => {
  const rules = { minUniqueCharacters: 5 };

  it("counts different characters", () => {
    expect(minUniqueCharacters(subject("abcdeabcde", rules))).to.deep.equal([]);
    expect(minUniqueCharacters(subject("abcdabcd", rules))).to.have.length(1);
  });

  it("tells upper from lower case", () => {
    expect(minUniqueCharacters(subject("abcdA", rules))).to.deep.equal([]);
  });

  it("says nothing when it is not enforced", () => {
    expect(minUniqueCharacters(subject("a", {}))).to.deep.equal([]);
  });
});
