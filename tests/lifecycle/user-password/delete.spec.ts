import { expect } from "chai";
import { PingOneApiError } from "../../../provider/errors";
import type { UserRef } from "../../../provider/operations";
import { createLivingUsers } from "../../../provider/lifecycle";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { setPassword } from "../../../provider/operations/set-password";
import { setPasswordValue } from "../../../provider/operations/set-password-value";
import type { OperationName } from "../../../simulator";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { type StoredPassword, upPassword } from "./up-password";

const value = "New-Secret.43";

withSimulator("UserPassword delete", (simulator) => {
  async function setUp(args: object) {
    const user = addUser(simulator);
    const stored = await upPassword(simulator, { ...user, value, ...args });
    simulator.ledger.clear();
    return { user, stored };
  }
  async function destroy(
    { id, outs }: StoredPassword,
    livingUsers = createLivingUsers(),
    report = recordReport(),
  ): Promise<readonly string[]> {
    await userPassword(createSession(simulator, { livingUsers })).delete(id, outs, report);
    return report.warnings;
  }
  /** What is said of a deletion apart from warnings. */
  async function infos(stored: StoredPassword): Promise<readonly string[]> {
    const report = recordReport();
    await destroy(stored, undefined, report);
    return report.infos;
  }
  const status = (user: UserRef) => simulator.readUser(user.userId)?.password.status;
  const changeOutside = (user: UserRef) =>
    transportTo(simulator)(setPassword, { ...user, value: "Outside-Secret.45", forceChange: false });

  it("makes no call by default", async () => {
    const { user, stored } = await setUp({});
    expect(await destroy(stored)).to.deep.equal([]);
    expect(calls(simulator)).to.deep.equal([]);
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
  });

  it("keeps the password of a user that is gone without a call", async () => {
    const { stored } = await setUp({ deletionPolicy: "keep", deletionPolicyForce: true });
    simulator.reset();
    await destroy(stored);
    expect(calls(simulator)).to.deep.equal([]);
  });

  const policies: readonly (readonly [policy: string, call: OperationName, status: string])[] = [
    ["unset", "setPasswordValue", "NO_PASSWORD"],
    ["forceChange", "forcePasswordChange", "MUST_CHANGE_PASSWORD"],
  ];
  for (const [deletionPolicy, call, after] of policies) {
    describe(`with deletionPolicy ${deletionPolicy}`, () => {
      it("is carried out on a password that is ours", async () => {
        const { user, stored } = await setUp({ deletionPolicy });
        expect(await destroy(stored)).to.deep.equal([]);
        expect(calls(simulator)).to.deep.equal(["readPasswordState", call]);
        expect(status(user)).to.equal(after);
      });

      it("is skipped with a warning when the password was changed outside", async () => {
        const { user, stored } = await setUp({ deletionPolicy });
        const { lastChangedAt } = await changeOutside(user);
        const [warning, ...others] = await destroy(stored);
        expect(others).to.deep.equal([]);
        expect(warning)
          .to.contain(`deletionPolicy "${deletionPolicy}" was not carried out`)
          .and.to.contain(lastChangedAt)
          .and.to.contain("deletionPolicyForce: true");
        expect(status(user)).to.equal("OK");
      });

      it("is carried out all the same with deletionPolicyForce", async () => {
        const { user, stored } = await setUp({ deletionPolicy, deletionPolicyForce: true });
        await changeOutside(user);
        expect(await destroy(stored)).to.deep.equal([]);
        expect(status(user)).to.equal(after);
      });

      it("has nothing to do for a user that is gone", async () => {
        const { stored } = await setUp({ deletionPolicy });
        simulator.reset();
        expect(await destroy(stored)).to.deep.equal([]);
        expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
      });

      it("has nothing to do for a user who has no password any more", async () => {
        const { user, stored } = await setUp({ deletionPolicy });
        await transportTo(simulator)(setPasswordValue, user);
        simulator.ledger.clear();
        expect(await destroy(stored)).to.deep.equal([]);
        expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
      });

      it("never undoes a resource that lives on in this run", async () => {
        const { user, stored } = await setUp({ deletionPolicy, deletionPolicyForce: true });
        const livingUsers = createLivingUsers();
        livingUsers.declare(`${user.environmentId}/${user.userId}`, "another resource");
        expect(await destroy(stored, livingUsers)).to.deep.equal([]);
        expect(calls(simulator)).to.deep.equal([]);
        expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
      });

      it("undoes the old user's password when the user changes", async () => {
        const { user, stored } = await setUp({ deletionPolicy });
        const bob = addUser(simulator, { username: "bob" });
        await upPassword(simulator, { ...bob, value, deletionPolicy }, { before: stored });
        expect(status(user)).to.equal(after);
        expect(simulator.verifyPassword(bob.userId, value)).to.equal(true);
        expect(status(bob)).to.equal("OK");
      });

      it("fails when PingOne refuses it", async () => {
        const { stored } = await setUp({ deletionPolicy });
        simulator.failNext(call, { status: 403 });
        const error = await refusalOf(PingOneApiError, destroy(stored));
        expect(error).to.include({ operation: call, status: 403 });
      });
    });
  }

  it("says what it did", async () => {
    const { stored } = await setUp({ deletionPolicy: "unset" });
    expect(await infos(stored)).to.deep.equal(["Took the password away (deletionPolicy unset)."]);
  });

  it("says that it asked the user, and nothing when it did nothing", async () => {
    const { user, stored } = await setUp({ deletionPolicy: "forceChange" });
    expect(await infos(stored)).to.deep.equal([
      "Asked the user for another password (deletionPolicy forceChange).",
    ]);
    await changeOutside(user);
    expect(await infos(stored)).to.deep.equal([]);
  });

  it("leaves the password alone that its user chose when asked to, and says so", async () => {
    const { user, stored } = await setUp({ deletionPolicy: "unset", forceChange: true });
    await changeOutside(user);
    const [warning] = await destroy(stored);
    expect(warning).to.contain("the user has chosen another password at");
    expect(status(user)).to.equal("OK");
  });

  it("leaves the password alone that others had set before the user was asked for another", async () => {
    const { user, stored } = await setUp({ deletionPolicy: "unset" });
    await changeOutside(user);
    const args = { ...user, value, deletionPolicy: "unset", forceChange: true };
    const asked = await upPassword(simulator, args, { before: stored });
    expect((await destroy(asked)).join()).to.contain('deletionPolicy "unset" was not carried out');
    expect(status(user)).to.equal("MUST_CHANGE_PASSWORD");
  });

  it("takes away the password that was ours when the user was asked for another", async () => {
    const { user, stored } = await setUp({ deletionPolicy: "unset" });
    const args = { ...user, value, deletionPolicy: "unset", forceChange: true };
    const asked = await upPassword(simulator, args, { before: stored });
    expect(await destroy(asked)).to.deep.equal([]);
    expect(status(user)).to.equal("NO_PASSWORD");
  });

  it("leaves the password alone that create found to be the current one, in the same run", async () => {
    const user = addUser(simulator);
    const args = { ...user, value, deletionPolicy: "unset" };
    const stored = await upPassword(simulator, args);
    const session = createSession(simulator);
    const lifecycle = userPassword(session);
    const { inputs } = await lifecycle.check({}, { fingerprint: "", ...args }, recordReport());
    const created = await lifecycle.create(
      inputs as unknown as Parameters<typeof lifecycle.create>[0],
      recordReport(),
    );
    await lifecycle.delete(stored.id, stored.outs, recordReport());
    expect(created.outs.status).to.equal("OK");
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
  });
});
