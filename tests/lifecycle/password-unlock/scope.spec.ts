import { expect } from "chai";
import { PartialFailure, PingOneApiError, PingOneResponseError } from "../../../provider/errors";
import type { PasswordUnlockState } from "../../../provider/lifecycle/run-unlock";
import type { UnlockScope } from "../../../provider/lifecycle/unlock-scope";
import type { User } from "../../../provider/operations";
import type { Send } from "../../../provider/transport";
import type { SeedUser } from "../../../simulator";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { keptAfter } from "../up-action";
import { breakAfter } from "../user-password/break-after";
import { upUnlock } from "./up-unlock";

const password = "Secret-Word.42";
const both = { password, locked: true, accountLocked: true };

withSimulator("PasswordUnlock with a scope", (simulator) => {
  const unlocks = () => calls(simulator).filter((name) => name?.startsWith("unlock") === true);
  const locks = (userId: string) => {
    const user = simulator.readUser(userId);
    return [user?.password.status === "PASSWORD_LOCKED_OUT", user?.account.status === "LOCKED"];
  };

  type Case = readonly [
    scope: UnlockScope,
    what: string,
    user: Partial<SeedUser>,
    unlocks: string[],
    locks: [password: boolean, account: boolean],
    remaining: string[],
  ];
  const cases: readonly Case[] = [
    ["password", "both locks", both, ["unlockPassword"], [false, true], ["account"]],
    ["password", "an account lock", { password, accountLocked: true }, [], [false, true], ["account"]],
    ["account", "both locks", both, ["unlockAccount"], [true, true], ["password"]],
    ["account", "an account lock", { password, accountLocked: true }, ["unlockAccount"], [false, false], []],
    ["account", "a password lockout", { password, locked: true }, [], [true, true], ["password"]],
    ["account", "no lock", { password }, [], [false, false], []],
    ["both", "both locks", both, ["unlockPassword", "unlockAccount"], [false, false], []],
    ["both", "an account lock", { password, accountLocked: true }, ["unlockAccount"], [false, false], []],
    ["both", "a password lockout", { password, locked: true }, ["unlockPassword"], [false, false], []],
    ["both", "no lock", { password }, [], [false, false], []],
    [
      "account",
      "an account lock of an external user",
      { external: true, accountLocked: true },
      ["unlockAccount"],
      [false, false],
      [],
    ],
    [
      "both",
      "an account lock of an external user",
      { external: true, accountLocked: true },
      ["unlockAccount"],
      [false, false],
      [],
    ],
  ];
  for (const [scope, what, attributes, made, after, remaining] of cases) {
    it(`${scope} lifts of ${what} ${made.length === 0 ? "nothing" : made.join(", ")}`, async () => {
      const { environmentId, userId } = addUser(simulator, attributes);
      const report = recordReport();
      const { outs } = await upUnlock(simulator, { environmentId, userId, scope }, { report });
      expect(unlocks()).to.deep.equal(made);
      expect(locks(userId)).to.deep.equal(after);
      expect(outs).to.include({ scope, performed: made.length > 0 });
      expect(outs.remainingLocks.map(({ lock }) => lock)).to.deep.equal(remaining);
      expect(report.warnings).to.have.length(remaining.length);
      expect(Object.hasOwn(outs, "performedAt")).to.equal(made.length > 0);
    });
  }

  it("says what it unlocked, or that there was nothing", async () => {
    const report = recordReport();
    await upUnlock(simulator, { ...addUser(simulator, both), scope: "both" }, { report });
    expect(report.infos).to.deep.equal([
      "Unlocked the password (it was PASSWORD_LOCKED_OUT, it is OK).",
      "Unlocked the account.",
    ]);
    const none = recordReport();
    const bob = addUser(simulator, { username: "bob", password });
    await upUnlock(simulator, { ...bob, scope: "both" }, { report: none });
    expect(none.infos).to.deep.equal(["Nothing to unlock: the password is OK, the account OK."]);
  });

  it("unlocks without a lock when it is told to do so always", async () => {
    const user = addUser(simulator, { password });
    await upUnlock(simulator, { ...user, scope: "both", when: "always" });
    expect(unlocks()).to.deep.equal(["unlockPassword", "unlockAccount"]);
    simulator.ledger.clear();
    const bob = addUser(simulator, { username: "bob", external: true });
    await upUnlock(simulator, { ...bob, scope: "both", when: "always" });
    expect(unlocks(), "a gateway's password is not unlocked").to.deep.equal(["unlockAccount"]);
  });

  it("finds the lock that an administrator put behind a lockout, where PingOne tells no time of it", async () => {
    const user = addUser(simulator, both);
    const { outs } = await upUnlock(simulator, { ...user, scope: "both" }, { send: withoutTimes(simulator) });
    expect(unlocks()).to.deep.equal(["unlockPassword", "unlockAccount"]);
    expect(outs.remainingLocks).to.deep.equal([]);
    expect(outs.before)
      .to.include({ status: "PASSWORD_LOCKED_OUT" })
      .and.not.to.have.property("accountLockedAt");
    expect(outs.after).to.include({ status: "OK", accountStatus: "OK", canAuthenticate: true });
  });

  it("does not say that it lifted a lock by MFA, which stays", async () => {
    const user = addUser(simulator, { password, mfa: { locked: true } });
    const report = recordReport();
    const { outs } = await upUnlock(simulator, { ...user, scope: "account" }, { report });
    expect(locks(user.userId)).to.deep.equal([false, true]);
    expect(outs.remainingLocks.map(({ lock }) => lock)).to.deep.equal(["account"]);
    expect(report.warnings.join()).to.contain("a lock by MFA in the PingOne console");
    expect(report.infos).not.to.include("Unlocked the account.");
  });

  it("does not need to read the answer of the account's unlock", async () => {
    const user = addUser(simulator, { password, accountLocked: true });
    const send = breakAfter(transportTo(simulator), {
      unlockAccount: new PingOneResponseError("empty", true),
    });
    const { outs } = await upUnlock(simulator, { ...user, scope: "account" }, { send });
    expect(outs.after?.accountStatus).to.equal("OK");
  });

  it("does not take a success that is not PingOne's for an unlock", async () => {
    const user = addUser(simulator, { password, accountLocked: true });
    simulator.failNext("unlockAccount", { status: 200, body: "<html>hello</html>" }, 5);
    await refusalOf(PingOneResponseError, upUnlock(simulator, { ...user, scope: "account" }));
    expect(locks(user.userId)).to.deep.equal([false, true]);
  });

  it("fails when the account's unlock is refused, with nothing to keep", async () => {
    const user = addUser(simulator, { password, accountLocked: true });
    simulator.failNext("unlockAccount", { status: 403 });
    const error = await refusalOf(PingOneApiError, upUnlock(simulator, { ...user, scope: "both" }));
    expect(error).to.include({ operation: "unlockAccount", status: 403 });
  });

  it("keeps the first unlock when the second is refused", async () => {
    const user = addUser(simulator, both);
    const args = { ...user, scope: "both", triggers: ["first"] };
    simulator.failNext("unlockAccount", { status: 403 });
    const failure = await refusalOf(PartialFailure, upUnlock(simulator, args));
    expect(failure.message).to.contain("unlockAccount failed: 403");
    expect(failure.id).to.equal(`${user.environmentId}/${user.userId}/unlock`);
    expect(failure.properties).to.deep.include({ ...args, performed: true, after: undefined });
    expect(failure.properties["before"]).to.deep.include({ status: "PASSWORD_LOCKED_OUT" });
    expect(locks(user.userId)).to.deep.equal([false, true]);
    simulator.ledger.clear();
    const before = keptAfter<PasswordUnlockState>(failure, args);
    const report = recordReport();
    const { outs } = await upUnlock(simulator, args, { before, report });
    expect(report.warnings.join()).to.contain("The account is locked: change triggers to unlock it.");
    expect(unlocks(), "only a new trigger tries again").to.deep.equal([]);
    expect(outs.remainingLocks.map(({ lock }) => lock)).to.deep.equal(["account"]);
    await upUnlock(simulator, { ...args, triggers: ["second"] }, { before: { ...before, outs } });
    expect(unlocks()).to.deep.equal(["unlockAccount"]);
    expect(locks(user.userId)).to.deep.equal([false, false]);
  });
});

/** Everything as PingOne has it, but for the time of the account's lock. */
function withoutTimes(simulator: Parameters<typeof transportTo>[0]): Send {
  const send = transportTo(simulator);
  return async (operation, params) => {
    const result = await send(operation, params);
    if (operation.name === "readUser") {
      const { lockedAt: _time, ...account } = (result as unknown as User).account;
      Object.assign(result as object, { account });
    }
    return result;
  };
}
