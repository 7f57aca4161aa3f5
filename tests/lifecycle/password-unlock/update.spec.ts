import { expect } from "chai";
import { passwordUnlock } from "../../../provider/lifecycle/password-unlock";
import type { UserRef } from "../../../provider/operations";
import { createSession, recordReport } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { refresh } from "../bring-up";
import { lockOut } from "../lock-out";
import { upUnlock } from "./up-unlock";

const password = "Secret-Word.42";

withSimulator("PasswordUnlock update", (simulator) => {
  async function setUp() {
    const user = addUser(simulator, { password, locked: true });
    const before = await upUnlock(simulator, { ...user, triggers: ["first"] });
    return { user, before };
  }
  async function lockAgain(user: UserRef): Promise<void> {
    await lockOut(simulator, user);
    simulator.ledger.clear();
  }

  it("makes no call while the triggers are the same, even when the password is locked again", async () => {
    const { user, before } = await setUp();
    await lockAgain(user);
    expect(await upUnlock(simulator, { ...user, triggers: ["first"] }, { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("unlocks again when a trigger changed, and records that run", async () => {
    const { user, before } = await setUp();
    await lockAgain(user);
    const { id, outs } = await upUnlock(simulator, { ...user, triggers: ["second"] }, { before });
    expect(id).to.equal(before.id);
    expect(outs).to.deep.include({ triggers: ["second"], performed: true });
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
  });

  it("records that there was nothing to unlock this time", async () => {
    const { user, before } = await setUp();
    const { outs } = await upUnlock(simulator, { ...user, triggers: ["second"] }, { before });
    expect(outs.performed).to.equal(false);
    expect(outs.before.status).to.equal("OK");
    expect(outs).not.to.have.property("performedAt");
  });

  it("keeps the evidence and makes no call when only `when` changed", async () => {
    const { user, before } = await setUp();
    simulator.ledger.clear();
    const args = { ...user, triggers: ["first"], when: "always" };
    const { outs } = await upUnlock(simulator, args, { before });
    expect(calls(simulator)).to.deep.equal([]);
    expect(outs).to.deep.equal({ ...before.outs, when: "always" });
  });

  it("unlocks the other user when the user changes", async () => {
    const { before } = await setUp();
    const bob = addUser(simulator, { username: "bob", password, locked: true });
    const { id } = await upUnlock(simulator, { ...bob, triggers: ["first"] }, { before });
    expect(id).to.equal(`${bob.environmentId}/${bob.userId}/unlock`);
    expect(simulator.readUser(bob.userId)?.password.status).to.equal("OK");
  });

  it("does nothing when it is deleted", async () => {
    const { user, before } = await setUp();
    await lockAgain(user);
    await passwordUnlock(createSession(simulator)).delete(before.id, before.outs, recordReport());
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("unlocks after a refresh in between as without one", async () => {
    const { user, before } = await setUp();
    await lockAgain(user);
    const refreshed = await refresh(passwordUnlock(createSession(simulator)), before);
    simulator.ledger.clear();
    expect(await upUnlock(simulator, { ...user, triggers: ["first"] }, { before: refreshed })).to.equal(
      refreshed,
    );
    expect(calls(simulator)).to.deep.equal([]);
    await upUnlock(simulator, { ...user, triggers: ["second"] }, { before: refreshed });
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
  });
});
