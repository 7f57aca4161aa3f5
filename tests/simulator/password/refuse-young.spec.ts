import { expect } from "chai";
import { RequestFailedError } from "../../../simulator/errors";
import { emptyPasswordRecord } from "../../../simulator/password/password-record";
import type { PasswordRecord } from "../../../simulator/password/password-record";
import { refuseYoung } from "../../../simulator/password/refuse-young";
import { hashValue } from "../../../simulator/password/stored-value";
import type { PasswordPolicyFields } from "../../../simulator/state/password-policy";
import { subject } from "../policy/subject";

const DAY = 24 * 3600 * 1000;

describe("refuseYoung", () => {
  const stored = hashValue("current");
  const changing =
    (
      now: number,
      rules: Partial<PasswordPolicyFields> = { minAgeDays: 2 },
      rest: Partial<PasswordRecord> = {},
    ) =>
    () => {
      const record = { ...emptyPasswordRecord(), stored, changedAt: 100 * DAY, ...rest };
      refuseYoung({ record, policy: subject("", rules).policy, now });
    };

  it("refuses a change until the password has its age", () => {
    expect(changing(102 * DAY - 1)).to.throw(RequestFailedError);
    expect(changing(102 * DAY)).not.to.throw();
  });

  it("lets users change a password that they have to change", () => {
    expect(changing(100 * DAY, { minAgeDays: 2 }, { mustChange: true })).not.to.throw();
  });

  it("lets users change a password that has expired, even when the policy was made to contradict itself", () => {
    expect(changing(101 * DAY + 1, { minAgeDays: 2, maxAgeDays: 1 })).not.to.throw();
  });

  it("knows no age where there is no password", () => {
    expect(changing(0, { minAgeDays: 2 }, { stored: undefined, changedAt: undefined })).not.to.throw();
  });

  it("says nothing when it is not enforced", () => {
    expect(changing(100 * DAY, {})).not.to.throw();
  });
});
