import { expect } from "chai";
import { alphabetSequenceRule } from "../../../simulator/policy/alphabet-sequence-rule";
import { subject } from "./subject";

describe("alphabetSequenceRule", () => {
  const breaks = (value: string) =>
    alphabetSequenceRule(subject(value, { alphabetSequenceRule: { maxLength: 3 } })).length > 0;

  it("refuses four letters in the order of the alphabet, either way and in whatever case", () => {
    for (const value of ["abcd", "my-WXYZ-1", "DcBa", "onml"]) expect(breaks(value), value).to.equal(true);
  });

  it("accepts three, and what goes on from Z to A or is no letter", () => {
    for (const value of ["abc-xyz", "yzab", "1234", "qwerty", "äbcä"])
      expect(breaks(value), value).to.equal(false);
  });

  it("says nothing when it is not enforced", () => {
    expect(alphabetSequenceRule(subject("abcdef", {}))).to.deep.equal([]);
  });
});
