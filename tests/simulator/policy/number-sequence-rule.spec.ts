import { expect } from "chai";
import { numberSequenceRule } from "../../../simulator/policy/number-sequence-rule";
import { subject } from "./subject";

describe("numberSequenceRule", () => {
  const breaks = (value: string) =>
    numberSequenceRule(subject(value, { numberSequenceRule: { maxLength: 3 } })).length > 0;

  it("refuses four digits in order, either way", () => {
    for (const value of ["0123", "a6789b", "9876", "3210"]) expect(breaks(value), value).to.equal(true);
  });

  it("accepts three, and what goes on from 9 to 0 or is no digit", () => {
    for (const value of ["123-789", "7890", "0987", "abcd", "1357"])
      expect(breaks(value), value).to.equal(false);
  });

  it("says nothing when it is not enforced", () => {
    expect(numberSequenceRule(subject("123456", {}))).to.deep.equal([]);
  });
});
