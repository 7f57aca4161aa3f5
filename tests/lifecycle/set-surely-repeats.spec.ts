import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { PingOneApiError, PingOneNetworkError, PingOneResponseError } from "../../provider/errors";
import type { Wish } from "../../provider/lifecycle/apply-password";
import type { Pause } from "../../provider/lifecycle/pause-before-repeat";
import { setSurely } from "../../provider/lifecycle/set-surely";
import { operations, type UserRef } from "../../provider/operations";
import type { Send } from "../../provider/transport";
import type { FaultRule } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

const value = "New-Secret.43";
const plain: Wish = { value, forceChange: false, bypassPolicy: false };
const HOUR = 3_600_000;

const once = ["setPassword", "readPasswordState"];
const again = [...once, "setPassword"];
const fourTimes = [...once, ...once, ...once, ...once];

/** Four tries, as by default, without the waiting. */
const atOnce: Pause = (_error, attempt) => Promise.resolve(attempt < 4);

withSimulator("setSurely, again and again", (simulator) => {
  const set = (user: UserRef, send = transportTo(simulator)) => setSurely(send, user, plain, atOnce);
  const stored = ({ userId }: UserRef) => simulator.readUser(userId)?.password;
  const isSet = ({ userId }: UserRef) => simulator.verifyPassword(userId, value);
  const refuse = (rule: FaultRule) => {
    simulator.faults.add({ ...rule, operation: "setPassword" } as FaultRule);
  };

  it("is sent four times in all, with a look between two of them", async () => {
    const user = addUser(simulator);
    refuse({ kind: "reset-before", count: 3 });
    await set(user);
    expect(calls(simulator)).to.deep.equal([...once, ...once, ...once, "setPassword"]);
    expect(isSet(user)).to.equal(true);
  });

  it("looks after the last of them as well", async () => {
    const user = addUser(simulator);
    refuse({ kind: "reset-before", count: 3 });
    refuse({ kind: "reset-after", count: 1 });
    expect(await set(user)).to.include({ status: "OK", lastChangedAt: stored(user)?.lastChangedAt });
    expect(calls(simulator)).to.deep.equal(fourTimes);
  });

  it("does not take a change for its own that was made while the look waited for its turn", async () => {
    const user = addUser(simulator, { password: "Old-Secret.41" });
    simulator.advance(HOUR);
    const toSimulator = transportTo(simulator);
    const send: Send = async (operation, params, options) => {
      if (operation.name === "readPasswordState") {
        const theirs = { ...user, value: "Their-Secret.44", forceChange: false };
        await sleep(1500);
        await toSimulator(operations.setPasswordValue, theirs);
        await sleep(1500);
      }
      return toSimulator(operation, params, options);
    };
    refuse({ kind: "reset-before", count: 1 });
    await set(user, send);
    expect(isSet(user)).to.equal(true);
  });

  it("waits longer and longer before each of them", async () => {
    const user = addUser(simulator);
    const sentAt: number[] = [];
    const send: Send = async (operation, params, options) => {
      if (operation.name === "setPassword") sentAt.push(performance.now());
      return transportTo(simulator)(operation, params, options);
    };
    refuse({ kind: "reset-before", count: 3 });
    await setSurely(send, user, plain);
    const [first = 0, second = 0, third = 0] = sentAt
      .slice(1)
      .map((time, index) => time - (sentAt[index] ?? 0));
    expect(first).to.be.at.least(250);
    expect(second).to.be.at.least(500);
    expect(third).to.be.at.least(1000);
  });

  it("does not take a change for its own that was made while it waited for its turn", async () => {
    const user = addUser(simulator, { password: "Old-Secret.41" });
    simulator.advance(HOUR);
    // One request every three seconds: the token's goes first, and theirs comes in between.
    const send = transportTo(simulator, { requestsPerSecond: 1 / 3 });
    const theirs = transportTo(simulator)(operations.setPasswordValue, {
      ...user,
      value: "Their-Secret.44",
      forceChange: false,
    });
    refuse({ kind: "reset-before", count: 1 });
    await Promise.all([theirs, set(user, send)]);
    expect(isSet(user)).to.equal(true);
    expect(calls(simulator)).to.deep.equal(["setPasswordValue", ...again]);
  });

  const lasting: readonly (readonly [rule: FaultRule, type: abstract new (...args: never[]) => Error])[] = [
    [{ kind: "reset-before" }, PingOneNetworkError],
    [{ kind: "500-json" }, PingOneApiError],
    [{ kind: "html-200" }, PingOneResponseError],
  ];
  for (const [rule, type] of lasting) {
    it(`leaves it to the next run after the fourth ${rule.kind}, with what that was`, async () => {
      refuse(rule);
      const error = await refusalOf(type, set(addUser(simulator)));
      expect(error.message).to.contain("setPassword");
      expect(calls(simulator)).to.deep.equal(fourTimes);
    });
  }
});
