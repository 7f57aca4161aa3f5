import { expect } from "chai";
import {
  isAccountLocked,
  remainingLocks,
  reportLocks,
  type LockReport,
} from "../../provider/lifecycle/lock-report";

const free: LockReport = { status: "OK", accountStatus: "OK", enabled: true, canAuthenticate: true };

describe("remainingLocks", () => {
  const cases: readonly (readonly [what: string, report: Partial<LockReport>, locks: string[]])[] = [
    ["nothing", {}, []],
    [
      "a locked password",
      { status: "PASSWORD_LOCKED_OUT", canAuthenticate: false, accountStatus: "LOCKED" },
      ["password"],
    ],
    ["an account lock", { accountStatus: "LOCKED", canAuthenticate: false }, ["account"]],
    [
      "an account lock beside a locked password",
      {
        status: "PASSWORD_LOCKED_OUT",
        accountStatus: "LOCKED",
        accountLockedAt: "2026-01-01T00:00:00.000Z",
        canAuthenticate: false,
      },
      ["password", "account"],
    ],
    ["a disabled user", { enabled: false, canAuthenticate: false }, ["disabled"]],
    [
      "a disabled user with an account lock",
      { accountStatus: "LOCKED", enabled: false, canAuthenticate: false },
      ["account", "disabled"],
    ],
    ["something else", { canAuthenticate: false }, ["other"]],
  ];
  for (const [what, report, locks] of cases) {
    it(`finds ${what}`, () => {
      expect(remainingLocks({ ...free, ...report }).map(({ lock }) => lock)).to.deep.equal(locks);
    });
  }

  it("names the call that lifts each", () => {
    const liftedBy = (report: Partial<LockReport>) => remainingLocks({ ...free, ...report })[0]?.liftedBy;
    expect(liftedBy({ status: "PASSWORD_LOCKED_OUT" })).to.contain("password.unlock");
    expect(liftedBy({ accountStatus: "LOCKED" }))
      .to.contain('PasswordUnlock with scope "account" or "both" and a new trigger')
      .and.to.contain("account.unlock")
      .and.to.contain("MFA in the PingOne console");
    expect(liftedBy({ enabled: false })).to.contain("PUT /users/{id}/enabled");
    expect(liftedBy({ canAuthenticate: false })).to.contain("device.unlock");
  });
});

describe("reportLocks", () => {
  const user = {
    id: "u",
    enabled: true,
    account: { status: "LOCKED", canAuthenticate: false },
  };

  it("puts the views of password and account together", () => {
    expect(reportLocks({ status: "PASSWORD_LOCKED_OUT", secondsUntilUnlock: 60 }, user)).to.deep.equal({
      status: "PASSWORD_LOCKED_OUT",
      secondsUntilUnlock: 60,
      accountStatus: "LOCKED",
      enabled: true,
      canAuthenticate: false,
    });
  });

  it("tells when the account was locked, where PingOne does", () => {
    const lockedAt = "2026-01-01T00:00:00.000Z";
    const locked = { ...user, account: { ...user.account, lockedAt } };
    expect(reportLocks({ status: "OK" }, locked)).to.include({ accountLockedAt: lockedAt });
    expect(reportLocks({ status: "OK" }, user)).not.to.have.property("accountLockedAt");
  });

  it("leaves the time out when only an unlock ends the lock", () => {
    expect(reportLocks({ status: "PASSWORD_LOCKED_OUT" }, user)).not.to.have.property("secondsUntilUnlock");
  });
});

describe("isAccountLocked", () => {
  const accountLockedAt = "2026-01-01T00:00:00.000Z";
  const cases: readonly (readonly [what: string, report: Partial<LockReport>, isLocked: boolean])[] = [
    ["no lock", {}, false],
    ["a lock of the account", { accountStatus: "LOCKED", accountLockedAt }, true],
    ["a lock of the account without its time", { accountStatus: "LOCKED" }, true],
    ["a mere password lockout", { status: "PASSWORD_LOCKED_OUT", accountStatus: "LOCKED" }, false],
    [
      "both locks, of which one has a time",
      { status: "PASSWORD_LOCKED_OUT", accountStatus: "LOCKED", accountLockedAt },
      true,
    ],
    ["a disabled user", { enabled: false }, false],
  ];
  for (const [what, report, isLocked] of cases) {
    it(`is ${isLocked} for ${what}`, () => {
      expect(isAccountLocked({ ...free, ...report })).to.equal(isLocked);
    });
  }
});
