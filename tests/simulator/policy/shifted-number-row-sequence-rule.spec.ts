import { expect } from "chai";
import { shiftedNumberRowSequenceRule } from "../../../simulator/policy/shifted-number-row-sequence-rule";
import { subject } from "./subject";

describe("shiftedNumberRowSequenceRule", () => {
  const breaks = (value: string) =>
    shiftedNumberRowSequenceRule(subject(value, { shiftedNumberRowSequenceRule: { maxLength: 3 } })).length >
    0;

  it("refuses four marks of the shifted number row, either way", () => {
    for (const value of ["!@#$", "a&*()b", ")(*&", "%$#@"]) expect(breaks(value), value).to.equal(true);
  });

  it("accepts three, and what leaves the row", () => {
    for (const value of ["!@#-^&*", "*()!", "*()_", "1234", "!@34"])
      expect(breaks(value), value).to.equal(false);
  });

  it("says nothing when it is not enforced", () => {
    expect(shiftedNumberRowSequenceRule(subject("!@#$%^", {}))).to.deep.equal([]);
  });
});
