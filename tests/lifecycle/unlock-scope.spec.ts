import { expect } from "chai";
import type { LockReport } from "../../provider/lifecycle";
import { isLockedFor, unlockScopes, type UnlockScope } from "../../provider/lifecycle/unlock-scope";

const free: LockReport = { status: "OK", accountStatus: "OK", enabled: true, canAuthenticate: true };
const accountLockedAt = "2026-01-01T00:00:00.000Z";

describe("isLockedFor", () => {
  const cases: readonly (readonly [what: string, locks: Partial<LockReport>, scopes: UnlockScope[]])[] = [
    ["no lock", {}, []],
    ["a password lockout", { status: "PASSWORD_LOCKED_OUT", accountStatus: "LOCKED" }, ["password", "both"]],
    ["an account lock", { accountStatus: "LOCKED" }, ["account", "both"]],
    [
      "both locks",
      { status: "PASSWORD_LOCKED_OUT", accountStatus: "LOCKED", accountLockedAt },
      ["password", "account", "both"],
    ],
    ["a disabled user", { enabled: false, canAuthenticate: false }, []],
    ["a password that has to be changed", { status: "MUST_CHANGE_PASSWORD" }, []],
  ];
  for (const [what, locks, scopes] of cases) {
    it(`finds in ${what} something for ${scopes.length === 0 ? "no scope" : scopes.join(", ")}`, () => {
      expect(unlockScopes.filter((scope) => isLockedFor(scope, { ...free, ...locks }))).to.deep.equal(scopes);
    });
  }
});
