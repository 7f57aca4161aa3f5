import { expect } from "chai";
import { PingOneApiError } from "../../../provider/errors";
import { passwordUnlock } from "../../../provider/lifecycle/password-unlock";
import type { PasswordUnlockInputs } from "../../../provider/lifecycle/run-unlock";
import { lockAccount } from "../../../provider/operations/lock-account";
import { refusalOf } from "../../errors/refusal-of";
import { deleteUser } from "../../helpers/outside";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { refresh } from "../bring-up";
import { lockOut } from "../lock-out";
import { type StoredUnlock, upUnlock } from "./up-unlock";

const password = "Secret-Word.42";
const looks = ["readPasswordState", "readUser"];

withSimulator("PasswordUnlock that runs again", (simulator) => {
  async function setUp(more: object = {}) {
    const user = addUser(simulator, { password });
    const args = { ...user, rerun: "whenLocked", triggers: ["first"], ...more };
    const before = await upUnlock(simulator, args);
    return { user, args, before };
  }
  /** What preview finds, and says. */
  async function preview(before: StoredUnlock, news: object) {
    simulator.ledger.clear();
    const report = recordReport();
    const found = await passwordUnlock(createSession(simulator)).diff(
      before.id,
      before.outs,
      news as PasswordUnlockInputs,
      report,
    );
    return { ...found, infos: report.infos };
  }
  const lockByAdministrator = (user: { environmentId: string; userId: string }) =>
    transportTo(simulator)(lockAccount, user);

  it("announces a password lockout that preview finds, and lifts it", async () => {
    const { user, args, before } = await setUp();
    await lockOut(simulator, user);
    const { changes, replaces, infos } = await preview(before, args);
    expect({ changes, replaces }).to.deep.equal({ changes: true, replaces: [] });
    expect(infos.join()).to.match(
      /^The password is locked out \(for \d+ s more\): this unlocks it \(rerun: whenLocked\)\.$/,
    );
    expect(calls(simulator)).to.have.members(looks);
    const { id, outs } = await upUnlock(simulator, args, { before });
    expect(id).to.equal(before.id);
    expect(outs).to.include({ performed: true });
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
  });

  it("looks, and sees no change, while nothing is locked", async () => {
    const { args, before } = await setUp();
    expect(await preview(before, args)).to.deep.equal({ changes: false, replaces: [], infos: [] });
    expect(calls(simulator)).to.have.members(looks);
    expect(await upUnlock(simulator, args, { before })).to.equal(before);
  });

  it("sees only the locks of its scope", async () => {
    const { user, args, before } = await setUp();
    await lockByAdministrator(user);
    expect((await preview(before, args)).changes).to.equal(false);
    const wider = { ...args, scope: "account" };
    const widened = { ...before, outs: { ...before.outs, scope: "account" as const } };
    const { changes, infos } = await preview(widened, wider);
    expect(changes).to.equal(true);
    expect(infos).to.deep.equal(["The account is locked: this unlocks it (rerun: whenLocked)."]);
    const { outs } = await upUnlock(simulator, wider, { before: widened });
    expect(outs.remainingLocks).to.deep.equal([]);
    expect(simulator.readUser(user.userId)?.account.status).to.equal("OK");
  });

  for (const rerun of [undefined, "onTriggers"]) {
    it(`makes no call at preview with rerun ${String(rerun)}, whatever is locked`, async () => {
      const { user, args, before } = await setUp({ rerun });
      await lockOut(simulator, user);
      expect(await preview(before, args)).to.deep.equal({ changes: false, replaces: [], infos: [] });
      expect(calls(simulator)).to.deep.equal([]);
    });
  }

  it("does not try again a lock that the last run could not lift, such as one by MFA", async () => {
    const user = addUser(simulator, { password, mfa: { locked: true } });
    const args = { ...user, rerun: "whenLocked", scope: "both" };
    const before = await upUnlock(simulator, args);
    expect(before.outs.remainingLocks.map(({ lock }) => lock)).to.deep.equal(["account"]);
    expect(await preview(before, args)).to.deep.equal({ changes: false, replaces: [], infos: [] });
  });

  it("lifts a lock that was there before its scope was widened", async () => {
    const user = addUser(simulator, { password, accountLocked: true });
    const before = await upUnlock(simulator, { ...user, rerun: "whenLocked" });
    expect(before.outs.remainingLocks.map(({ lock }) => lock)).to.deep.equal(["account"]);
    const { outs } = await upUnlock(simulator, { ...user, rerun: "whenLocked", scope: "both" }, { before });
    expect(outs).to.deep.include({ performed: true, remainingLocks: [] });
    expect(simulator.readUser(user.userId)?.account.status).to.equal("OK");
  });

  it("says that a new setting alone unlocks nothing, without whenLocked", async () => {
    const { args, before } = await setUp({ rerun: undefined });
    expect((await preview(before, { ...args, scope: "both" })).infos).to.deep.equal([
      "The new settings are for the next run (another trigger): nothing is unlocked now.",
    ]);
  });

  it("says a lock once in a refresh, which reads and then compares", async () => {
    const { user, args, before } = await setUp();
    await lockOut(simulator, user);
    const lifecycle = passwordUnlock(createSession(simulator));
    const report = recordReport();
    await lifecycle.read(before.id, before.outs, report);
    const news = args as unknown as PasswordUnlockInputs;
    expect((await lifecycle.diff(before.id, before.outs, news, report)).changes).to.equal(true);
    expect([report.warnings.length, report.infos]).to.deep.equal([1, []]);
  });

  it("keeps the evidence of the last run when only a setting changes", async () => {
    const { user, args } = await setUp();
    await lockOut(simulator, user);
    const before = await upUnlock(simulator, { ...args, triggers: ["second"] });
    const news = { ...args, triggers: ["second"], when: "always" };
    const { outs } = await upUnlock(simulator, news, { before });
    expect(outs).to.deep.equal({ ...before.outs, when: "always" });
  });

  it("does not look when there is a change in any case", async () => {
    const { args, before } = await setUp();
    expect((await preview(before, { ...args, triggers: ["second"] })).changes).to.equal(true);
    expect((await preview(before, { ...args, userId: "other" })).replaces).to.deep.equal(["userId"]);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("sees no change for a user that is gone, and does not take another failure for that", async () => {
    const { user, args, before } = await setUp();
    simulator.failNext("readUser", { status: 403 });
    expect((await refusalOf(PingOneApiError, preview(before, args))).status).to.equal(403);
    await deleteUser(simulator, user.userId);
    expect((await preview(before, args)).changes).to.equal(false);
  });

  it("unlocks once it is turned on, when there is something locked", async () => {
    const { user, args, before } = await setUp({ rerun: undefined });
    await lockOut(simulator, user);
    const { outs } = await upUnlock(simulator, { ...args, rerun: "whenLocked" }, { before });
    expect(outs).to.include({ performed: true, rerun: "whenLocked" });
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
  });

  it("makes no call, and leaves no change, when it is turned off", async () => {
    const { args, before } = await setUp();
    simulator.ledger.clear();
    const { rerun: _rerun, ...off } = args;
    const after = await upUnlock(simulator, off, { before });
    expect(after.outs).not.to.have.property("rerun");
    expect(await upUnlock(simulator, off, { before: after })).to.equal(after);
    expect(calls(simulator)).to.deep.equal([]);
  });

  describe("read", () => {
    const cases: readonly (readonly [
      lock: "password" | "account",
      more: object,
      warning: RegExp | undefined,
    ])[] = [
      [
        "password",
        {},
        /^The password is locked out again \(for \d+ s more\); the next pulumi up unlocks it \(rerun: whenLocked\)\.$/,
      ],
      [
        "password",
        { rerun: undefined },
        /^The password is locked out again \(for \d+ s more\); it is left locked: change triggers to unlock it with the next pulumi up\.$/,
      ],
      ["password", { scope: "account" }, undefined],
      ["account", {}, undefined],
      ["account", { scope: "account" }, /^The account is locked again; the next pulumi up unlocks it/],
      ["account", { scope: "both", rerun: "onTriggers" }, /^The account is locked again; it is left locked/],
    ];
    for (const [lock, more, warning] of cases) {
      it(`${warning === undefined ? "says nothing" : "warns"} of a locked ${lock} with ${JSON.stringify(more)}`, async () => {
        const { user, before } = await setUp(more);
        await (lock === "password" ? lockOut(simulator, user) : lockByAdministrator(user));
        const report = recordReport();
        const found = await refresh(passwordUnlock(createSession(simulator)), before, report);
        expect(report.warnings).to.have.length(warning === undefined ? 0 : 1);
        expect(report.warnings[0] ?? "").to.match(warning ?? /^$/);
        expect(found?.outs.remainingLocks.map((remaining) => remaining.lock)).to.deep.equal([lock]);
        expect(calls(simulator)).not.to.include("unlockPassword").and.not.to.include("unlockAccount");
      });
    }
  });
});
