import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { checkPassword } from "../../provider/operations/check-password";
import { readPasswordPolicy } from "../../provider/operations/read-password-policy";
import { readPasswordState } from "../../provider/operations/read-password-state";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const password = "Secret-Word.42";

withSimulator("readPasswordState", (simulator) => {
  const read = (user: UserRef) => transportTo(simulator)(readPasswordState, user);

  it("asks with GET, the policy along and no media type", async () => {
    const user = addUser(simulator);
    await read(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "GET",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/password?expand=passwordPolicy`,
      contentTypes: [],
      body: undefined,
    });
  });

  it("answers the state with the policy in force", async () => {
    const user = addUser(simulator, { password });
    const { lastChangedAt, passwordPolicyId = "" } = simulator.readUser(user.userId)?.password ?? {};
    const { environmentId } = user;
    const passwordPolicy = await transportTo(simulator)(readPasswordPolicy, {
      environmentId,
      policyId: passwordPolicyId,
    });
    expect(passwordPolicy).to.deep.include({
      name: "Standard",
      lockout: { failureCount: 5, durationSeconds: 900 },
    });
    const { readAt, ...state } = await read(user);
    expect(state).to.deep.equal({ status: "OK", lastChangedAt, passwordPolicyId, passwordPolicy });
    expect(readAt).to.be.a("number");
  });

  it("answers when it was read, by PingOne's clock and to the second", async () => {
    const user = addUser(simulator);
    simulator.advance(3_600_000);
    const before = Math.floor(simulator.now().getTime() / 1000) * 1000;
    const { readAt = NaN } = await read(user);
    expect(readAt).to.be.within(before, simulator.now().getTime());
    expect(readAt % 1000).to.equal(0);
  });

  it("answers no time of the read when PingOne does not tell it", async () => {
    simulator.failNext("readPasswordState", {
      status: 200,
      headers: { date: "soon" },
      body: { status: "OK" },
    });
    expect(await read(addUser(simulator))).to.deep.equal({ status: "OK" });
  });

  it("answers no time of change for a user without a password", async () => {
    const state = await read(addUser(simulator));
    expect(state.status).to.equal("NO_PASSWORD");
    expect(state).not.to.have.property("lastChangedAt");
  });

  it("answers how long a lockout lasts, by PingOne's clock", async () => {
    const user = addUser(simulator, { password, locked: true });
    simulator.advance(600_000);
    const state = await read(user);
    expect(state).to.include({ status: "PASSWORD_LOCKED_OUT", secondsUntilUnlock: 300 });
    // The simulator's clock is ten minutes ahead of this machine's by now.
    expect(Date.parse(state.unlockAt ?? "")).to.be.within(Date.now() + 890_000, Date.now() + 901_000);
    simulator.advance(300_000);
    expect((await read(user)).status).to.equal("OK");
  });

  it("answers the other statuses as PingOne writes them", async () => {
    const mustChange = addUser(simulator, { username: "bob", password, forceChange: true });
    const external = addUser(simulator, { username: "carol", external: true });
    const expired = addUser(simulator, { username: "dave", password });
    simulator.advance(183 * 24 * 3600 * 1000);
    expect((await read(mustChange)).status).to.equal("MUST_CHANGE_PASSWORD");
    expect((await read(external)).status).to.equal("EXTERNAL");
    expect((await read(expired)).status).to.equal("PASSWORD_EXPIRED");
  });

  it("answers how many failed checks are left once one was counted", async () => {
    const user = addUser(simulator, { password });
    const check = transportTo(simulator)(checkPassword, { ...user, password: "Wrong-Word.1" });
    await refusalOf(PingOneApiError, check);
    expect((await read(user)).failuresRemaining).to.equal(4);
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, read(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("readPasswordState", { status: 500 });
    await read(addUser(simulator));
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "readPasswordState"]);
  });

  it("does not take an answer without a status", async () => {
    simulator.failNext("readPasswordState", { status: 200, body: [] }, 5);
    await refusalOf(PingOneResponseError, read(addUser(simulator)));
  });
});
