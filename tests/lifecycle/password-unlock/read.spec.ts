import { expect } from "chai";
import { PingOneApiError, PingOneError } from "../../../provider/errors";
import { passwordUnlock } from "../../../provider/lifecycle/password-unlock";
import type { UserRef } from "../../../provider/operations";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { refresh } from "../bring-up";
import { lockOut } from "../lock-out";
import { type StoredUnlock, upUnlock } from "./up-unlock";

const password = "Secret-Word.42";

withSimulator("PasswordUnlock read", (simulator) => {
  const read = (stored: StoredUnlock, report = recordReport()) =>
    refresh(passwordUnlock(createSession(simulator)), stored, report);
  const get = ({ environmentId, userId }: UserRef) =>
    passwordUnlock(createSession(simulator)).read(`${environmentId}/${userId}/unlock`, {}, recordReport());

  it("finds nothing new", async () => {
    const stored = await upUnlock(simulator, addUser(simulator, { password, locked: true }));
    const report = recordReport();
    expect(await read(stored, report)).to.deep.equal(stored);
    expect(report.warnings).to.deep.equal([]);
  });

  it("warns of a password that is locked again, and leaves it locked and the evidence as it is", async () => {
    const user = addUser(simulator, { password, locked: true });
    const stored = await upUnlock(simulator, user);
    await lockOut(simulator, user);
    const report = recordReport();
    const found = await read(stored, report);
    expect(report.warnings.join())
      .to.match(/locked out again \(for \d+ s more\)/)
      .and.to.contain("change triggers");
    expect(found?.outs.remainingLocks.map(({ lock }) => lock)).to.deep.equal(["password"]);
    expect(found?.outs).to.deep.equal({ ...stored.outs, remainingLocks: found?.outs.remainingLocks });
    expect(calls(simulator).filter((name) => name === "unlockPassword")).to.have.length(1);
  });

  it("knows that the user is gone", async () => {
    const stored = await upUnlock(simulator, addUser(simulator, { password }));
    simulator.reset();
    expect(await read(stored)).to.equal(undefined);
  });

  it("does not take another failure for gone", async () => {
    const stored = await upUnlock(simulator, addUser(simulator, { password }));
    simulator.failNext("readUser", { status: 403 });
    expect((await refusalOf(PingOneApiError, read(stored))).status).to.equal(403);
  });

  it("answers the locks of a user to get, without an unlock", async () => {
    const user = addUser(simulator, { password, locked: true });
    const found = await get(user);
    expect(found).to.deep.include(user);
    expect(found?.remainingLocks?.map(({ lock }) => lock)).to.deep.equal(["password"]);
    expect(calls(simulator)).not.to.include("unlockPassword");
  });

  it("fails to get a user that does not exist, where the engine would answer nothing", async () => {
    expect((await refusalOf(PingOneApiError, get(unknownUser(simulator)))).status).to.equal(404);
  });

  it("refuses the id of a UserPassword", async () => {
    const { environmentId, userId } = addUser(simulator);
    const lifecycle = passwordUnlock(createSession(simulator));
    const error = await refusalOf(
      PingOneError,
      lifecycle.read(`${environmentId}/${userId}`, {}, recordReport()),
    );
    expect(error.message).to.contain("<environmentId>/<userId>/unlock");
  });
});
