import { expect } from "chai";
import {
  PartialFailure,
  PingOneApiError,
  PingOneError,
  PingOneResponseError,
} from "../../../provider/errors";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { setPassword } from "../../../provider/operations/set-password";
import { setPasswordValue } from "../../../provider/operations/set-password-value";
import { unknownUser } from "../../operations/unknown-user";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { carried, refresh } from "../bring-up";
import { lockOut } from "../lock-out";
import { breakAfter } from "./break-after";
import { keptAfter, type StoredPassword, upPassword } from "./up-password";

const value = "New-Secret.43";

withSimulator("UserPassword read", (simulator) => {
  async function setUp(args: object = {}) {
    const user = addUser(simulator);
    const stored = await upPassword(simulator, { ...user, value, ...args });
    simulator.ledger.clear();
    return { user, stored };
  }
  const read = (stored: StoredPassword, report = recordReport()) =>
    refresh(userPassword(createSession(simulator)), stored, report);
  const get = (id: string) => userPassword(createSession(simulator)).read(id, {}, recordReport());

  it("finds nothing new with one call", async () => {
    const { stored } = await setUp();
    const report = recordReport();
    expect(await read(stored, report)).to.deep.equal(stored);
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    expect(report.warnings).to.deep.equal([]);
  });

  it("brings a lockout into the state, which is no change outside", async () => {
    const { user, stored } = await setUp();
    await lockOut(simulator, user);
    const found = await read(stored);
    expect(found?.outs).to.deep.equal({ ...stored.outs, status: "PASSWORD_LOCKED_OUT" });
  });

  it("warns of a change outside, with its time, at every refresh", async () => {
    const { user, stored } = await setUp();
    const { lastChangedAt } = await transportTo(simulator)(setPassword, {
      ...user,
      value: "Outside-Secret.45",
      forceChange: false,
    });
    const reports = [recordReport(), recordReport()];
    let found: StoredPassword | undefined = stored;
    for (const report of reports) {
      found = await read(found ?? expect.fail("gone"), report);
      expect(found?.outs).to.deep.equal({ ...stored.outs, lastChangedAt, externallyChanged: true });
      expect(report.warnings.join()).to.contain(`changed outside this stack at ${lastChangedAt ?? "?"}`);
    }
  });

  it("warns when the user has no password any more", async () => {
    const { user, stored } = await setUp();
    await transportTo(simulator)(setPasswordValue, user);
    const report = recordReport();
    const found = await read(stored, report);
    expect(found?.outs).to.include({ status: "NO_PASSWORD", externallyChanged: true });
    expect(found?.outs).not.to.have.property("lastChangedAt");
    expect(report.warnings.join()).to.contain("the user has none now");
  });

  it("takes a user's own change for obedience, when one was asked for", async () => {
    const { user, stored } = await setUp({ forceChange: true });
    await transportTo(simulator)(setPassword, { ...user, value: "Own-Secret.45", forceChange: false });
    const report = recordReport();
    expect((await read(stored, report))?.outs).to.include({ status: "OK", externallyChanged: false });
    expect(report.warnings).to.deep.equal([]);
  });

  it("takes a user for obedient also after forceChange is dropped", async () => {
    const { user, stored } = await setUp({ forceChange: true });
    await transportTo(simulator)(setPassword, { ...user, value: "Own-Secret.45", forceChange: false });
    const before = await read(stored);
    const dropped = await upPassword(simulator, { ...user, value }, { before });
    const report = recordReport();
    expect((await read(dropped, report))?.outs.externallyChanged).to.equal(false);
    expect(report.warnings).to.deep.equal([]);
    await transportTo(simulator)(setPassword, { ...user, value: "Outside-Secret.46", forceChange: false });
    expect((await read(dropped, report))?.outs.externallyChanged).to.equal(true);
  });

  it("knows that the user is gone", async () => {
    const { stored } = await setUp();
    simulator.reset();
    expect(await read(stored)).to.equal(undefined);
  });

  for (const status of [400, 403, 500]) {
    it(`does not take a ${status} for gone`, async () => {
      const { stored } = await setUp();
      simulator.failNext("readPasswordState", { status }, 5);
      expect((await refusalOf(PingOneApiError, read(stored))).status).to.equal(status);
    });
  }

  it("completes what an earlier run could not read, as its own", async () => {
    const user = addUser(simulator);
    const send = breakAfter(transportTo(simulator), { setPassword: new PingOneResponseError("empty", true) });
    simulator.failNext("readPasswordState", { status: 403 });
    const failure = await refusalOf(PartialFailure, upPassword(simulator, { ...user, value }, { send }));
    const report = recordReport();
    const found = await read(keptAfter(failure, user), report);
    const lastChangedAt = simulator.readUser(user.userId)?.password.lastChangedAt;
    expect(found?.outs).to.include({
      status: "OK",
      lastChangedAt,
      appliedAt: lastChangedAt,
      externallyChanged: false,
    });
    expect(report.warnings).to.deep.equal([]);
  });

  it("answers a user's password to get, without managing it", async () => {
    const user = addUser(simulator, { password: value });
    const stored = simulator.readUser(user.userId)?.password;
    expect(carried(await get(`${user.environmentId}/${user.userId}`))).to.deep.equal({
      ...user,
      status: "OK",
      lastChangedAt: stored?.lastChangedAt,
      passwordPolicyId: stored?.passwordPolicyId,
      externallyChanged: false,
    });
  });

  it("fails to get a user that does not exist, where the engine would answer nothing", async () => {
    const { environmentId, userId } = unknownUser(simulator);
    const error = await refusalOf(PingOneApiError, get(`${environmentId}/${userId}`));
    expect(error.status).to.equal(404);
  });

  it("refuses an id of another form before any call", async () => {
    const error = await refusalOf(PingOneError, get("alice"));
    expect(error.message).to.contain('The id "alice" is not of the form <environmentId>/<userId>');
    expect(calls(simulator)).to.deep.equal([]);
  });
});
