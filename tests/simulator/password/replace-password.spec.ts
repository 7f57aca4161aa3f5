import { expect } from "chai";
import { emptyPasswordRecord } from "../../../simulator/password/password-record";
import { replacePassword } from "../../../simulator/password/replace-password";
import { subject } from "../policy/subject";

describe("replacePassword", () => {
  const { policy } = subject("", { history: { count: 2, retentionDays: 30 } });

  it("gives two changes of one millisecond different times", () => {
    const record = emptyPasswordRecord();
    replacePassword(record, policy, "a", { mustChange: false, now: 1000 });
    replacePassword(record, policy, "b", { mustChange: false, now: 1000 });
    expect(record.changedAt).to.equal(1001);
  });

  it("keeps as many old passwords as the policy remembers", () => {
    const record = emptyPasswordRecord();
    for (const [index, value] of ["a", "b", "c", "d"].entries()) {
      replacePassword(record, policy, value, { mustChange: false, now: index * 1000 });
    }
    expect(record.history.map(({ replacedAt }) => replacedAt)).to.deep.equal([3000, 2000]);
  });
});
