import { expect } from "chai";
import {
  PartialFailure,
  PingOneApiError,
  PingOneError,
  PingOneResponseError,
} from "../../../provider/errors";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { setPassword } from "../../../provider/operations/set-password";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { refresh } from "../bring-up";
import { breakAfter } from "./break-after";
import { keptAfter, type StoredPassword, upPassword } from "./up-password";

const value = "New-Secret.43";
const next = "Next-Secret.44";

withSimulator("UserPassword update", (simulator) => {
  /** A user whose password this stack has set, and a ledger that begins after that. */
  async function setUp(args: object = {}) {
    const user = addUser(simulator);
    const declared = { ...user, value, ...args };
    const before = await upPassword(simulator, declared);
    simulator.ledger.clear();
    return { user, declared, before };
  }
  const changeOutside = (stored: StoredPassword) =>
    transportTo(simulator)(setPassword, {
      environmentId: simulator.environmentId,
      userId: stored.id.split("/")[1] ?? "",
      value: "Outside-Secret.45",
      forceChange: false,
    });

  it("makes no call when nothing changed", async () => {
    const { declared, before } = await setUp({ forceChange: true, deletionPolicy: "unset" });
    expect(await upPassword(simulator, declared, { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("sets a new value with one call", async () => {
    const { user, declared, before } = await setUp();
    const { outs } = await upPassword(simulator, { ...declared, value: next }, { before });
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
    expect(simulator.verifyPassword(user.userId, next)).to.equal(true);
    expect(outs.fingerprint).not.to.equal(before.outs.fingerprint);
    expect(outs.appliedAt).to.equal(simulator.readUser(user.userId)?.password.lastChangedAt);
  });

  it("takes a password for its own that an earlier run set without seeing its state, when forceChange is switched on", async () => {
    const { user, declared, before } = await setUp();
    const { status, lastChangedAt, appliedAt, ...unread } = before.outs;
    const asked = await upPassword(
      simulator,
      { ...declared, forceChange: true },
      { before: { ...before, outs: unread } },
    );
    expect(asked.outs.appliedAt).to.equal(simulator.readUser(user.userId)?.password.lastChangedAt);
    expect([status, lastChangedAt, appliedAt]).not.to.include(undefined);
  });

  it("asks for another password without setting the value again, when forceChange is switched on", async () => {
    const { user, declared, before } = await setUp();
    const { outs } = await upPassword(simulator, { ...declared, forceChange: true }, { before });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "forcePasswordChange"]);
    expect(outs).to.include({ status: "MUST_CHANGE_PASSWORD", forceChange: true });
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
  });

  it("makes no call when forceChange is switched off, and says when that takes effect", async () => {
    const { declared, before } = await setUp({ forceChange: true });
    const report = recordReport();
    const after = await upPassword(simulator, { ...declared, forceChange: false }, { before, report });
    expect(calls(simulator)).to.deep.equal([]);
    expect(after.outs).to.include({ status: "MUST_CHANGE_PASSWORD" }).and.not.to.have.property("forceChange");
    expect(report.infos).to.deep.equal([
      "forceChange: false takes effect with the next value: nothing is sent to PingOne now.",
    ]);
  });

  it("asks again when forceChange is switched off and on", async () => {
    const { declared, before } = await setUp({ forceChange: true });
    const off = await upPassword(simulator, { ...declared, forceChange: false }, { before });
    await upPassword(simulator, declared, { before: off });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "forcePasswordChange"]);
  });

  it("asks nothing of a user whose state cannot be read first", async () => {
    const { declared, before } = await setUp();
    simulator.failNext("readPasswordState", { status: 403 });
    await refusalOf(PingOneApiError, upPassword(simulator, { ...declared, forceChange: true }, { before }));
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  it("does not go back to the value before the last, and makes no check of it", async () => {
    const { declared, before } = await setUp();
    const second = await upPassword(simulator, { ...declared, value: next }, { before });
    simulator.ledger.clear();
    const back = upPassword(simulator, declared, { before: second });
    expect((await refusalOf(PingOneApiError, back)).message).to.contain("it is not the current one");
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState"]);
  });

  it("only keeps a new deletionPolicy", async () => {
    const { declared, before } = await setUp();
    const args = { ...declared, deletionPolicy: "unset", deletionPolicyForce: true };
    const after = await upPassword(simulator, args, { before });
    expect(calls(simulator)).to.deep.equal([]);
    expect(after.outs).to.deep.equal({ ...before.outs, undo: "unset!" });
  });

  it("makes no set for any other input while the value is ignored", async () => {
    const { declared, before } = await setUp();
    const { value: _ignored, ...others } = declared;
    const kept = await upPassword(simulator, { ...others, deletionPolicy: "forceChange" }, { before });
    const asked = await upPassword(simulator, { ...others, forceChange: true }, { before: kept });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "forcePasswordChange"]);
    expect(asked.outs.fingerprint).to.equal(before.outs.fingerprint);
  });

  it("keeps the old state and password when PingOne refuses the new value", async () => {
    const { user, declared, before } = await setUp();
    await refusalOf(PingOneApiError, upPassword(simulator, { ...declared, value: "weak" }, { before }));
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
    simulator.ledger.clear();
    expect(await upPassword(simulator, declared, { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("reads what an earlier run could not read, without setting the value again", async () => {
    const user = addUser(simulator);
    const send = breakAfter(transportTo(simulator), { setPassword: new PingOneResponseError("empty", true) });
    simulator.failNext("readPasswordState", { status: 403 });
    const failure = await refusalOf(PartialFailure, upPassword(simulator, { ...user, value }, { send }));
    simulator.ledger.clear();
    const repaired = await upPassword(simulator, { ...user, value }, { before: keptAfter(failure, user) });
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    expect(repaired.outs).to.include({
      status: "OK",
      appliedAt: simulator.readUser(user.userId)?.password.lastChangedAt,
    });
    expect(await upPassword(simulator, { ...user, value }, { before: repaired })).to.equal(repaired);
  });

  it("does not trust an empty answer after which nothing has changed", async () => {
    const user = addUser(simulator);
    const before = await upPassword(simulator, { ...user, value: "First-Secret.41" });
    simulator.advance(3_600_000);
    simulator.failNext("setPassword", { status: 200, body: "" });
    const error = await refusalOf(PingOneError, upPassword(simulator, { ...user, value }, { before }));
    expect(error.message).to.contain("PingOne does not confirm that the password was set");
    expect(simulator.verifyPassword(user.userId, "First-Secret.41")).to.equal(true);
  });

  it("does not take a password that others had set for its own by asking for another", async () => {
    const { declared, before } = await setUp();
    await changeOutside(before);
    const refreshed = await refresh(userPassword(createSession(simulator)), before);
    const { outs } = await upPassword(simulator, { ...declared, forceChange: true }, { before: refreshed });
    expect(outs).to.include({ externallyChanged: false, appliedAt: before.outs.appliedAt });
  });

  it("takes the password back with a new value after a change outside", async () => {
    const { declared, before } = await setUp();
    await changeOutside(before);
    const refreshed = await refresh(userPassword(createSession(simulator)), before);
    expect(refreshed?.outs.externallyChanged).to.equal(true);
    const { outs } = await upPassword(simulator, { ...declared, value: next }, { before: refreshed });
    expect(outs).to.include({ externallyChanged: false, appliedAt: outs.lastChangedAt });
  });

  it("sets the password of the other user when the user changes, and leaves the first one's", async () => {
    const { user, declared, before } = await setUp({ deletionPolicy: "keep" });
    const bob = addUser(simulator, { username: "bob" });
    const after = await upPassword(simulator, { ...declared, ...bob }, { before });
    expect(after.id).to.equal(`${bob.environmentId}/${bob.userId}`);
    expect(simulator.verifyPassword(bob.userId, value)).to.equal(true);
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
  });

  it("says so when the value did not reach this process", async () => {
    const { user, before } = await setUp();
    const lifecycle = userPassword(createSession(simulator));
    const inputs = { ...user, fingerprint: "scrypt$4096$8$lost" };
    const update = lifecycle.update(before.id, before.outs, inputs, recordReport());
    expect((await refusalOf(PingOneError, update)).message).to.contain("did not reach this step");
    expect(calls(simulator)).to.deep.equal([]);
  });
});
