import { expect } from "chai";
import { userPassword } from "../../../provider/lifecycle/user-password";
import type { UserPasswordInputs, UserPasswordState } from "../../../provider/lifecycle/user-password-types";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../../helpers/session";

const user = {
  environmentId: "11111111-2222-4333-8444-555555555555",
  userId: "a11ce000-0000-4000-8000-000000000001",
};
const other = "b0b00000-0000-4000-8000-000000000002";
const olds: UserPasswordState = { fingerprint: "same", status: "OK", externallyChanged: false };

/** Diff makes no call. */
async function diff(news: Partial<UserPasswordInputs>, before: Partial<UserPasswordState> = {}) {
  const lifecycle = userPassword(offlineSession());
  const report = recordReport();
  const id = `${user.environmentId}/${user.userId}`;
  const result = await lifecycle.diff(
    id,
    { ...olds, ...before },
    { ...user, fingerprint: "same", ...news },
    report,
  );
  return { ...result, infos: report.infos };
}

describe("UserPassword diff", () => {
  const cases: readonly (readonly [
    what: string,
    before: Partial<UserPasswordState>,
    news: Partial<UserPasswordInputs>,
    changes: boolean,
    replaces: string[],
  ])[] = [
    ["nothing", {}, {}, false, []],
    ["another user", {}, { userId: other, fingerprint: "other" }, true, ["userId"]],
    ["another environment", {}, { environmentId: other, fingerprint: "other" }, true, ["environmentId"]],
    ["a user who is not known yet", {}, { userId: UNKNOWN, fingerprint: UNKNOWN }, false, []],
    ["an environment that is not known yet", {}, { environmentId: UNKNOWN, fingerprint: UNKNOWN }, false, []],
    ["another value", {}, { fingerprint: "other" }, true, []],
    ["a value that is not known yet", {}, { fingerprint: UNKNOWN }, true, []],
    ["another forceChange", {}, { forceChange: true }, true, []],
    ["another deletionPolicy", {}, { deletionPolicy: "unset" }, true, []],
    [
      "another deletionPolicyForce",
      { undo: "unset" },
      { deletionPolicy: "unset", deletionPolicyForce: true },
      true,
      [],
    ],
    ["a deletionPolicyForce without a policy to carry out", {}, { deletionPolicyForce: true }, false, []],
    ["another bypassPolicy", {}, { bypassPolicy: true }, false, []],
    ["another place of the same value", {}, { valueFrom: { file: "alice.txt" } }, false, []],
    ["another status", { status: "PASSWORD_LOCKED_OUT" }, {}, false, []],
    ["another time of change", { lastChangedAt: "2026-01-01T00:00:00.000Z" }, {}, false, []],
    ["a change outside", { externallyChanged: true }, {}, false, []],
    ["a status that could not be read", { status: undefined }, {}, true, []],
  ];
  for (const [what, before, news, changes, replaces] of cases) {
    it(`sees ${what} as ${replaces.length > 0 ? "a replacement" : changes ? "an update" : "no change"}`, async () => {
      const found = await diff(news, before);
      expect({ changes: found.changes, replaces: found.replaces }).to.deep.equal({ changes, replaces });
    });
  }

  it("announces a new value, which the engine's own diff cannot show", async () => {
    expect((await diff({ fingerprint: "other" })).infos).to.deep.equal([
      "The value changed: this sets the new password.",
    ]);
  });

  it("announces nothing beside a replacement", async () => {
    expect((await diff({ userId: other, fingerprint: "other" })).infos).to.deep.equal([]);
  });

  it("announces that forceChange: false waits for the next value", async () => {
    const { infos, changes } = await diff({}, { forceChange: true });
    expect(changes).to.equal(true);
    expect(infos.join()).to.contain("takes effect with the next value");
  });
});
