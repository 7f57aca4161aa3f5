import { expect } from "chai";
import { passwordUnlock } from "../../../provider/lifecycle/password-unlock";
import type { PasswordUnlockInputs, PasswordUnlockState } from "../../../provider/lifecycle/run-unlock";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../../helpers/session";

const user = { environmentId: "e", userId: "u" };
const locks = { status: "OK", accountStatus: "OK", enabled: true, canAuthenticate: true };
const state: PasswordUnlockState = {
  ...user,
  triggers: ["first", { build: 1 }],
  before: { ...locks, status: "PASSWORD_LOCKED_OUT" },
  after: locks,
  performed: true,
  performedAt: "2026-01-01T00:00:00.000Z",
  remainingLocks: [],
};
const inputs: PasswordUnlockInputs = { ...user, triggers: ["first", { build: 1 }] };

/** Diff makes no call. */
function diff(news: Partial<PasswordUnlockInputs>, olds: Partial<PasswordUnlockState> = {}) {
  const lifecycle = passwordUnlock(offlineSession());
  return lifecycle.diff("e/u/unlock", { ...state, ...olds }, { ...inputs, ...news }, recordReport());
}

describe("PasswordUnlock diff", () => {
  const cases: readonly (readonly [
    what: string,
    news: Partial<PasswordUnlockInputs>,
    changes: boolean,
    replaces: string[],
  ])[] = [
    ["nothing", {}, false, []],
    ["the same triggers, made anew", { triggers: ["first", { build: 1 }] }, false, []],
    ["another trigger, deep inside", { triggers: ["first", { build: 2 }] }, true, []],
    ["one trigger more", { triggers: ["first", { build: 1 }, "more"] }, true, []],
    ["triggers of another shape", { triggers: { first: true } }, true, []],
    ["no triggers", { triggers: undefined }, true, []],
    ["a trigger that is not known yet", { triggers: [UNKNOWN, { build: 1 }] }, true, []],
    ["another when", { when: "always" }, true, []],
    ["a when that is not known yet", { when: UNKNOWN as "always" }, false, []],
    ["another scope", { scope: "both" }, true, []],
    ["a scope that is not known yet", { scope: UNKNOWN as "both" }, false, []],
    ["another rerun, which takes effect with it", { rerun: "whenLocked" }, true, []],
    ["another user", { userId: "other" }, true, ["userId"]],
    ["another environment", { environmentId: "other" }, true, ["environmentId"]],
    ["a user who is not known yet", { userId: UNKNOWN }, false, []],
  ];
  for (const [what, news, changes, replaces] of cases) {
    it(`sees ${what} as ${replaces.length > 0 ? "a replacement" : changes ? "an update" : "no change"}`, async () => {
      expect(await diff(news)).to.deep.equal({ changes, replaces });
    });
  }

  it("sees an update in locks that could not be read after the last run", async () => {
    expect(await diff({}, { after: undefined })).to.deep.equal({ changes: true, replaces: [] });
  });

  it("sees no change in a lock that was found later", async () => {
    const remainingLocks = [{ lock: "password", liftedBy: "" }] as const;
    expect(await diff({}, { remainingLocks })).to.deep.equal({ changes: false, replaces: [] });
  });
});
