import { expect } from "chai";
import { PartialFailure, PingOneApiError } from "../../../provider/errors";
import { passwordUnlock } from "../../../provider/lifecycle/password-unlock";
import type { PasswordUnlockState } from "../../../provider/lifecycle/run-unlock";
import type { UserRef } from "../../../provider/operations";
import type { Send } from "../../../provider/transport";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { carried, refresh } from "../bring-up";
import { type StoredUnlock, upUnlock } from "./up-unlock";

/** Reads that PingOne refuses from the moment on at which it has unlocked. */
function refuseReadsAfterUnlock(send: Send): Send {
  let isUnlocked = false;
  return async (operation, params) => {
    if (isUnlocked) {
      const refusal = { operation: operation.name, status: 403, code: "ACCESS_FAILED", details: [] };
      throw new PingOneApiError(`${operation.name} failed: 403.`, refusal);
    }
    const result = await send(operation, params);
    isUnlocked = operation.name === "unlockPassword";
    return result;
  };
}

withSimulator("PasswordUnlock whose locks cannot be read after it", (simulator) => {
  async function failHalfWay(user: UserRef, args: object = {}): Promise<PartialFailure> {
    const send = refuseReadsAfterUnlock(transportTo(simulator));
    const failure = await refusalOf(PartialFailure, upUnlock(simulator, { ...user, ...args }, { send }));
    simulator.ledger.clear();
    return failure;
  }
  /** What the engine keeps of it. */
  function stored({ id, properties }: PartialFailure, inputs: object): StoredUnlock {
    return { id, inputs: { ...inputs }, outs: carried(properties) as unknown as PasswordUnlockState };
  }
  const lockedUser = () => addUser(simulator, { password: "Secret-Word.42", locked: true });

  it("keeps that it unlocked, when, and what was there before", async () => {
    const user = lockedUser();
    const start = Date.now();
    const { id, message, properties } = await failHalfWay(user);
    expect(id).to.equal(`${user.environmentId}/${user.userId}/unlock`);
    expect(message).to.match(/^read(User|PasswordState) failed: 403\.$/);
    expect(properties).to.deep.include({ ...user, performed: true, remainingLocks: [] });
    expect(properties["before"]).to.deep.include({ status: "PASSWORD_LOCKED_OUT" });
    expect(Date.parse(String(properties["performedAt"]))).to.be.within(start, Date.now());
    expect(properties["after"]).to.equal(undefined);
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
  });

  it("reads them with the next run, and does not unlock again", async () => {
    const user = lockedUser();
    const before = stored(await failHalfWay(user), user);
    const { outs } = await upUnlock(simulator, user, { before });
    expect(calls(simulator)).to.have.members(["readPasswordState", "readUser"]);
    expect(outs.after?.status).to.equal("OK");
    expect(outs).to.deep.include({
      performed: true,
      performedAt: before.outs.performedAt,
      before: before.outs.before,
    });
  });

  it("has nothing left to do after that", async () => {
    const user = lockedUser();
    const before = stored(await failHalfWay(user), user);
    const repaired = await upUnlock(simulator, user, { before });
    simulator.ledger.clear();
    expect(await upUnlock(simulator, user, { before: repaired })).to.equal(repaired);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("still reads them after a refresh in between", async () => {
    const user = lockedUser();
    const before = stored(await failHalfWay(user), user);
    const refreshed = await refresh(passwordUnlock(createSession(simulator)), before);
    const { outs } = await upUnlock(simulator, user, { before: refreshed });
    expect(outs.after?.status).to.equal("OK");
    expect(calls(simulator)).not.to.include("unlockPassword");
  });

  it("unlocks again when a trigger changed in between", async () => {
    const user = lockedUser();
    const args = { ...user, triggers: ["first"], when: "always" };
    const before = stored(await failHalfWay(user, args), args);
    await upUnlock(simulator, { ...args, triggers: ["second"] }, { before });
    expect(calls(simulator)).to.include("unlockPassword");
  });
});
