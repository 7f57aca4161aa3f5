import { expect } from "chai";
import { remainingLocks, reportLocks, type LockReport } from "../../provider/lifecycle/lock-report";

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
    expect(liftedBy({ accountStatus: "LOCKED" })).to.contain("account.unlock+json");
    expect(liftedBy({ enabled: false })).to.contain("PUT /users/{id}/enabled");
    expect(liftedBy({ canAuthenticate: false })).to.contain("device.unlock");
  });
});

describe("reportLocks", () => {
  const user = {
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

  it("leaves the time out when only an unlock ends the lock", () => {
    expect(reportLocks({ status: "PASSWORD_LOCKED_OUT" }, user)).not.to.have.property("secondsUntilUnlock");
  });
});
