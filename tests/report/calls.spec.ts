import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lifecycles, type Props, type ResourceName } from "../../provider/lifecycle";
import type { Send } from "../../provider/transport";
import { type Calls, CALLS, NO_CALLS, sum, times } from "../../provider/report/calls";
import type { Simulator } from "../../simulator";
import { createSession, recordReport, transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { bringUp, refresh, type Stored } from "../lifecycle/bring-up";
import { lockOut } from "../lifecycle/lock-out";
import { lastCode, mailCode } from "../lifecycle/mail-code";

const VALUE = "Copper-Kettle!71x";
const OTHER = "Marble-Window?28y";

withSimulator("CALLS", (simulator) => {
  /** A run of its own process, with what it sent. */
  async function up(
    type: ResourceName,
    args: Props,
    before?: Stored<Props>,
    send: Send = transportTo(simulator),
  ): Promise<Stored<Props>> {
    const lifecycle = lifecycles[type](createSession(simulator, { send, isPreview: () => false }));
    simulator.ledger.clear();
    return bringUp<Props, Props>(lifecycle, args, before);
  }
  async function destroy(type: ResourceName, { id, outs }: Stored<Props>): Promise<void> {
    const lifecycle = lifecycles[type](createSession(simulator));
    simulator.ledger.clear();
    await lifecycle.delete(id, outs as never, recordReport());
  }
  async function look(type: ResourceName, stored: Stored<Props>): Promise<void> {
    const lifecycle = lifecycles[type](createSession(simulator));
    simulator.ledger.clear();
    await refresh<Props, Props>(lifecycle, stored);
  }
  const expectCalls = (...expected: Calls[]) => {
    expect(sent(simulator)).to.deep.equal(sum(expected));
  };

  describe("UserPassword", () => {
    const {
      set,
      setGenerated,
      list,
      adopt,
      adoptKnown,
      forceChange,
      undo,
      refresh: look1,
    } = CALLS.UserPassword;
    const declare = (args: Props = {}) => ({ fingerprint: "", value: VALUE, ...args });

    it("holds for a set, at first, for another value and against a change outside", async () => {
      const user = addUser(simulator);
      const first = await up("UserPassword", declare(user));
      expectCalls(set, list);
      const second = await up("UserPassword", declare({ ...user, value: OTHER }), first);
      expectCalls(set, list);
      await up("UserPassword", declare({ ...user, value: OTHER }), second);
      expectCalls(NO_CALLS);
      await look("UserPassword", second);
      expectCalls(look1);
      const reset = { ...user, generate: {}, exposeValue: true, onExternalChange: "reset", value: undefined };
      const third = await up("UserPassword", declare(reset), second);
      expectCalls(setGenerated, list);
      await up("UserPassword", declare(reset), {
        ...third,
        outs: { ...third.outs, externallyChanged: true },
      });
      expectCalls(setGenerated, list);
    });

    it("holds for a forced change alone", async () => {
      const user = addUser(simulator);
      const first = await up("UserPassword", declare(user));
      await up("UserPassword", declare({ ...user, forceChange: true }), first);
      expectCalls(forceChange);
    });

    it("holds for an adoption, with and without its value", async () => {
      const user = addUser(simulator, { password: VALUE });
      await up("UserPassword", declare({ ...user, adopt: true }));
      expectCalls(adoptKnown);
      await up("UserPassword", declare({ ...user, adopt: true, value: undefined }));
      expectCalls(adopt);
    });

    for (const deletionPolicy of ["unset", "forceChange"]) {
      it(`holds for a deletion with ${deletionPolicy}`, async () => {
        const stored = await up("UserPassword", declare({ ...addUser(simulator), deletionPolicy }));
        await destroy("UserPassword", stored);
        expectCalls(undo);
      });
    }
  });

  it("holds for a User", async () => {
    const { environmentId } = simulator;
    const { create, change, remove, refresh: look1 } = CALLS.User;
    const args = { environmentId, username: "carol", owner: "pulumi:p/s/carol" };
    const population = simulator.createPopulation({ name: "Staff" });
    const first = await up("User", args);
    expectCalls(create);
    await look("User", first);
    expectCalls(look1);
    const more = { email: "carol@example.com", name: { given: "Carol" }, population, enabled: false };
    const second = await up("User", { ...args, ...more }, first);
    expectCalls(times(3, change));
    await destroy("User", second);
    expectCalls(remove);
  });

  it("holds for TestUsers", async () => {
    const { page, policy, add, change, rotate, forceChange, remove, readOne } = CALLS.TestUsers;
    const { environmentId } = simulator;
    const declare = (users: Props, passwords: Props) => ({
      environmentId,
      users,
      passwords,
      owner: "pulumi:p/s/fixture",
      fingerprints: "",
      refreshPasswords: true,
    });
    const first = await up("TestUsers", declare({ a: {}, b: {}, c: {} }, { a: VALUE, b: VALUE }));
    expectCalls(page, policy, times(3, add));
    await look("TestUsers", first);
    expectCalls(page, times(3, readOne));
    const users = { a: { email: "a@example.com", enabled: false }, b: { forceChange: true }, d: {} };
    const second = await up("TestUsers", declare(users, { a: OTHER, b: VALUE, d: VALUE }), first);
    expectCalls(policy, add, times(2, change), rotate, forceChange, remove);
    await destroy("TestUsers", second);
    expectCalls(page, times(3, remove));
  });

  it("holds for a PasswordUnlock that finds nothing, and for one that unlocks", async () => {
    const { look: looks, unlock, refresh: look1 } = CALLS.PasswordUnlock;
    const user = addUser(simulator, { password: VALUE });
    const first = await up("PasswordUnlock", { ...user, triggers: [1] });
    expectCalls(looks);
    await lockOut(simulator, user);
    await up("PasswordUnlock", { ...user, triggers: [2] }, first);
    expectCalls(looks, unlock);
    await look("PasswordUnlock", first);
    expectCalls(look1);
  });

  it("holds for a PasswordForceChange and a PasswordRecoveryCode", async () => {
    const user = addUser(simulator, { password: VALUE, email: "alice@example.com" });
    const forced = await up("PasswordForceChange", user);
    expectCalls(CALLS.PasswordForceChange.run);
    await look("PasswordForceChange", forced);
    expectCalls(CALLS.PasswordForceChange.refresh);
    await up("PasswordRecoveryCode", user);
    expectCalls(CALLS.PasswordRecoveryCode.run);
  });

  it("holds for a PasswordRecovery", async () => {
    const user = addUser(simulator, { password: VALUE, email: "alice@example.com" });
    const recoveryCode = await mailCode(simulator, user);
    const stored = await up("PasswordRecovery", { ...user, recoveryCode, newPassword: OTHER });
    expectCalls(CALLS.PasswordRecovery.run);
    await look("PasswordRecovery", stored);
    expectCalls(CALLS.PasswordRecovery.refresh);
  });

  it("holds for a PasswordReset and a PasswordCheck", async () => {
    const user = addUser(simulator, { password: VALUE, forceChange: true });
    const applicationId = simulator.application.clientId;
    const passwords = { currentPassword: VALUE, newPassword: OTHER };
    await up("PasswordReset", { ...user, applicationId, ...passwords });
    expectCalls(CALLS.PasswordReset.run);
    await up("PasswordCheck", { ...user, password: OTHER });
    expectCalls(CALLS.PasswordCheck.run);
  });

  it("holds for a ForgotPassword, with and without the recovery", async () => {
    const { environmentId } = addUser(simulator, { password: VALUE, email: "alice@example.com" });
    const { run, recover } = CALLS.ForgotPassword;
    const args = { environmentId, username: "alice", applicationId: simulator.application.clientId };
    await up("ForgotPassword", args);
    expectCalls(run);
    const folder = mkdtempSync(join(tmpdir(), "report-calls-"));
    const file = join(folder, "code.txt");
    const send = transportTo(simulator);
    const withMailman: Send = async (operation, params) => {
      const result = await send(operation, params);
      if (operation.name === "forgotPassword") {
        writeFileSync(file, lastCode(simulator));
      }
      return result;
    };
    try {
      const recovery = { ...args, recoveryCodeFrom: { file }, newPassword: OTHER };
      await up("ForgotPassword", recovery, undefined, withMailman);
      expectCalls(run, recover);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function sent({ ledger }: Simulator): Calls {
  const calls = ledger.entries.filter(({ operation }) => operation !== "issueToken");
  const reads = calls.filter(({ method }) => method === "GET").length;
  return { reads, writes: calls.length - reads };
}
