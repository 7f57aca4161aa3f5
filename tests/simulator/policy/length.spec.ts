import { expect } from "chai";
import { length } from "../../../simulator/policy/length";
import { subject } from "./subject";

describe("length", () => {
  const rules = { length: { min: 8, max: 10 } };

  it("accepts both bounds", () => {
    expect(length(subject("12345678", rules))).to.deep.equal([]);
    expect(length(subject("1234567890", rules))).to.deep.equal([]);
  });

  it("refuses what is too short or too long", () => {
    expect(length(subject("1234567", rules))).to.deep.equal([
      "The provided password is shorter than the minimum required length of 8 characters",
    ]);
    expect(length(subject("12345678901", rules))).to.deep.equal([
      "The provided password is longer than the maximum allowed length of 10 characters",
    ]);
  });

  it("counts characters, not the units of an encoding", () => {
    expect(length(subject("🔑🔑🔑🔑🔑🔑🔑", rules))).to.have.length(1);
    expect(length(subject("🔑🔑🔑🔑🔑🔑🔑🔑", rules))).to.deep.equal([]);
  });

  it("has the bounds 8 and 255 when the policy names none", () => {
    expect(length(subject("1234567", { length: {} }))).to.have.length(1);
    expect(length(subject("a".repeat(255), { length: {} }))).to.deep.equal([]);
    expect(length(subject("a".repeat(256), { length: {} }))).to.have.length(1);
  });

  it("says nothing when it is not enforced", () => {
    expect(length(subject("", {}))).to.deep.equal([]);
  });
});
