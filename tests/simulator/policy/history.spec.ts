import { expect } from "chai";
import { hashValue, storeValue } from "../../../simulator/password/stored-value";
import { history } from "../../../simulator/policy/history";
import { subject } from "./subject";

const DAY = 24 * 3600 * 1000;

describe("history", () => {
  const past = ["third", "second", "first"].map((value, index) => ({
    stored: hashValue(value),
    replacedAt: 100 * DAY - index * 10 * DAY,
  }));
  const rest = { current: hashValue("current"), history: past, now: 100 * DAY };
  const rules = { history: { count: 2, retentionDays: 30 } };

  it("refuses the current password even when the policy has no history", () => {
    expect(history(subject("current", {}, rest))).to.deep.equal([
      "The provided new password cannot be the same as the current password or any password in the password history.",
    ]);
    expect(history(subject("third", {}, rest))).to.deep.equal([]);
  });

  it("remembers as many passwords as the policy counts", () => {
    expect(history(subject("second", rules, rest))).to.have.length(1);
    expect(history(subject("first", rules, rest))).to.deep.equal([]);
  });

  it("remembers for as many days as the policy says", () => {
    expect(history(subject("third", rules, { ...rest, now: 130 * DAY }))).to.have.length(1);
    expect(history(subject("third", rules, { ...rest, now: 131 * DAY }))).to.deep.equal([]);
  });

  it("cannot recognise a value encoded in a scheme it does not know", () => {
    const current = storeValue("{BCRYPT}$2a$10$abcdefghijklmnopqrstuv");
    expect(history(subject("anything", rules, { current }))).to.deep.equal([]);
  });
});
