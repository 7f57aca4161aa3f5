import { expect } from "chai";
import { sequenceRule } from "../../../simulator/policy/sequence-rule";
import { subject } from "./subject";

describe("sequenceRule", () => {
  const rule = sequenceRule("qwertySequenceRule", ["abcdef", "uvw"], "in a test");
  const breaks = (value: string, maxLength = 3) =>
    rule(subject(value, { qwertySequenceRule: { maxLength } })).length > 0;

  it("accepts a piece as long as the limit, and refuses a longer one anywhere", () => {
    expect(breaks("abc")).to.equal(false);
    for (const value of ["abcd", "xxabcd", "abcdxx", "xabcdefx"]) expect(breaks(value), value).to.equal(true);
    expect(breaks("abc", 2)).to.equal(true);
    expect(breaks("ab", 1)).to.equal(true);
    expect(breaks("a", 1)).to.equal(false);
  });

  it("reads forwards and backwards, in one direction at a time", () => {
    expect(breaks("dcba")).to.equal(true);
    expect(breaks("abcba")).to.equal(false);
    expect(breaks("cbabcd")).to.equal(true);
    expect(breaks("bcdcba")).to.equal(true);
  });

  it("takes upper and lower case for the same", () => {
    expect(breaks("aBcD")).to.equal(true);
  });

  it("starts afresh after a repeated character, a gap and a stranger", () => {
    for (const value of ["abccd", "abdef", "ab-cd", "abcuvw"]) expect(breaks(value), value).to.equal(false);
  });

  it("does not wrap, and does not lead from one row to the next", () => {
    for (const value of ["efabc", "cbafe", "defuvw"]) expect(breaks(value), value).to.equal(false);
  });

  it("says how long a piece may be, and of what", () => {
    expect(rule(subject("abcd", { qwertySequenceRule: { maxLength: 3 } }))).to.deep.equal([
      "The provided password is not acceptable because it contains a sequence of more than " +
        "3 characters that follow each other in a test",
    ]);
  });

  it("says nothing when it is not enforced", () => {
    expect(rule(subject("abcdef", { numberSequenceRule: { maxLength: 2 } }))).to.deep.equal([]);
  });
});
