import { expect } from "chai";
import { qwertySequenceRule } from "../../../simulator/policy/qwerty-sequence-rule";
import { subject } from "./subject";

describe("qwertySequenceRule", () => {
  const breaks = (value: string) =>
    qwertySequenceRule(subject(value, { qwertySequenceRule: { maxLength: 3 } })).length > 0;

  it("refuses four letters of a keyboard row, either way and in whatever case", () => {
    for (const value of ["qwer", "uioP", "asdf", "my-LKJH", "zxcv", "nbvc"])
      expect(breaks(value), value).to.equal(true);
  });

  it("accepts three, and what leaves the row or the letters", () => {
    for (const value of ["qwe-asd-zxc", "opas", "klzx", "opqw", "1qaz", "qaz", "abcd", "1234", "iop["])
      expect(breaks(value), value).to.equal(false);
  });

  it("says nothing when it is not enforced", () => {
    expect(qwertySequenceRule(subject("qwerty", {}))).to.deep.equal([]);
  });
});
