import { expect } from "chai";
import {
  PingOneApiError,
  PingOneError,
  PingOneNetworkError,
  PingOneResponseError,
} from "../../provider/errors";
import type { Wish } from "../../provider/lifecycle/apply-password";
import { isUsedBefore } from "../../provider/lifecycle/prove-current";
import type { Pause } from "../../provider/lifecycle/pause-before-repeat";
import { setSurely } from "../../provider/lifecycle/set-surely";
import type { UserRef } from "../../provider/operations";
import type { Send } from "../../provider/transport";
import type { FaultRule } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { lateSet } from "./user-password/late-set";

const value = "New-Secret.43";
const plain: Wish = { value, forceChange: false, bypassPolicy: false };
const HOUR = 3_600_000;
const TEN_YEARS = 10 * 365 * 24 * HOUR;

const once = ["setPassword", "readPasswordState"];
const again = [...once, "setPassword"];

const atOnce: Pause = () => Promise.resolve(true);

withSimulator("setSurely", (simulator) => {
  const set = (user: UserRef, wish: Partial<Wish> = {}, send = transportTo(simulator)) =>
    setSurely(send, user, { ...plain, ...wish }, atOnce);
  const stored = ({ userId }: UserRef) => simulator.readUser(userId)?.password;
  const isSet = ({ userId }: UserRef) => simulator.verifyPassword(userId, value);
  const refuse = (rule: FaultRule, operation: "setPassword" | "setPasswordValue" = "setPassword") => {
    simulator.faults.add({ ...rule, operation } as FaultRule);
  };

  const users: readonly (readonly [which: string, add: () => UserRef])[] = [
    [
      "an hour ago",
      () => {
        const user = addUser(simulator, { password: "Old-Secret.41" });
        simulator.advance(HOUR);
        return user;
      },
    ],
    ["never", () => addUser(simulator)],
  ];

  it("is one call where an answer arrives", async () => {
    const user = addUser(simulator);
    expect(await set(user)).to.include({ status: "OK", lastChangedAt: stored(user)?.lastChangedAt });
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
  });

  for (const [which, add] of users) {
    const made: readonly FaultRule[] = [{ kind: "reset-after" }, { kind: "half-body" }];
    for (const { kind } of made) {
      it(`knows its change of a password that was changed ${which} by its age, after a ${kind}`, async () => {
        const user = add();
        refuse({ kind, count: 1 } as FaultRule);
        const state = await set(user, { forceChange: true });
        const { lastChangedAt } = stored(user) ?? {};
        expect(isSet(user)).to.equal(true);
        expect(state).to.include({ status: "MUST_CHANGE_PASSWORD", lastChangedAt });
        expect(calls(simulator)).to.deep.equal(once);
      });
    }

    const notMade: readonly FaultRule[] = [
      { kind: "reset-before" },
      { kind: "500-json" },
      { kind: "500-empty" },
      { kind: "502-html" },
      { kind: "html-200" },
    ];
    for (const { kind } of notMade) {
      it(`sets a password that was changed ${which} again after a ${kind}`, async () => {
        const user = add();
        refuse({ kind, count: 1 } as FaultRule);
        expect(await set(user)).to.include({ status: "OK", lastChangedAt: stored(user)?.lastChangedAt });
        expect(isSet(user)).to.equal(true);
        expect(calls(simulator)).to.deep.equal(again);
      });
    }

    for (const skew of [-TEN_YEARS, TEN_YEARS]) {
      it(`goes by PingOne's clock alone, ten years ${skew < 0 ? "behind" : "ahead"}, of a password changed ${which}`, async () => {
        simulator.faults.add({ kind: "clock-skew", skewSeconds: skew / 1000 });
        const user = add();
        refuse({ kind: "reset-before", count: 1 });
        refuse({ kind: "reset-after", count: 1 });
        await set(user);
        expect(isSet(user)).to.equal(true);
        expect(calls(simulator)).to.deep.equal([...once, ...once]);
      });
    }
  }

  it("counts the time it waited for the answer", async () => {
    const user = addUser(simulator);
    refuse({ kind: "hang-after", count: 1 });
    // More than the two seconds that PingOne's clock, which is read to the second, leaves open.
    await set(user, {}, transportTo(simulator, { timeout: 2_100 }));
    expect(calls(simulator)).to.deep.equal(once);
  });

  it("takes a change for its own that only a later look shows", async () => {
    const user = addUser(simulator);
    refuse({ kind: "reset-before", count: 1 });
    refuse({ kind: "reset-after", count: 1 });
    const state = await set(user);
    expect(state.lastChangedAt).to.equal(stored(user)?.lastChangedAt);
    expect(calls(simulator)).to.deep.equal([...once, ...once]);
  });

  for (const [what, headers, body] of [
    ["when it was read", { date: "soon" }, { status: "OK", lastChangedAt: "2999-01-01T00:00:00.000Z" }],
    ["when it was changed", {}, { status: "OK" }],
    ["a time that can be read", {}, { status: "OK", lastChangedAt: "just now" }],
  ] as const) {
    it(`takes no change for its own of which PingOne does not tell ${what}`, async () => {
      const user = addUser(simulator);
      refuse({ kind: "reset-before", count: 1 });
      simulator.failNext("readPasswordState", { status: 200, headers, body });
      await set(user);
      expect(isSet(user)).to.equal(true);
      expect(calls(simulator)).to.deep.equal(again);
    });
  }

  it("does not take its own last change for this one, however short ago that was", async () => {
    const user = addUser(simulator);
    const { lastChangedAt: appliedAt } = await set(user, { value: "First-Secret.42" });
    refuse({ kind: "reset-before", count: 1 });
    const state = await set(user, { appliedAt });
    expect(isSet(user)).to.equal(true);
    expect(state.lastChangedAt).to.equal(stored(user)?.lastChangedAt).and.not.to.equal(appliedAt);
  });

  it("fails with what was lost, and sends nothing more, when the state cannot be read", async () => {
    refuse({ kind: "reset-before" });
    simulator.failNext("readPasswordState", { status: 403 });
    const error = await refusalOf(PingOneNetworkError, set(addUser(simulator)));
    expect(error).to.include({ unclear: true });
    expect(error.message).to.match(/^setPassword could not reach /);
    expect(calls(simulator)).to.deep.equal(once);
  });

  it("lets a bug of the look through", async () => {
    const send: Send = (operation) =>
      Promise.reject(
        operation.name === "setPassword" ? new PingOneNetworkError("lost", true) : new RangeError(),
      );
    await refusalOf(RangeError, set(addUser(simulator), {}, send));
  });

  const refusals: readonly (readonly [status: number, value: string])[] = [
    [400, "weak"],
    [404, value],
  ];
  for (const [status, refused] of refusals) {
    it(`takes a ${status} for an answer`, async () => {
      const user = addUser(simulator);
      const userId = status === 404 ? "a11ce000-0000-4000-8000-000000000001" : user.userId;
      const error = await refusalOf(PingOneApiError, set({ ...user, userId }, { value: refused }));
      expect(error.status).to.equal(status);
      expect(calls(simulator)).to.deep.equal(["setPassword"]);
    });
  }

  it("does not look after what came before anything was done", async () => {
    const user = addUser(simulator);
    refuse({ kind: "503-json", count: 1 });
    await set(user);
    expect(calls(simulator)).to.deep.equal(["setPassword", "setPassword"]);
    simulator.ledger.clear();
    simulator.failNext("token", { drop: "before" }, 5);
    await refusalOf(PingOneError, set(user));
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("leaves the refusal to the caller that a set meets after one that took effect late", async () => {
    const user = addUser(simulator);
    const error = await refusalOf(PingOneApiError, set(user, {}, lateSet(transportTo(simulator))));
    expect(isUsedBefore(error)).to.equal(true);
    expect(isSet(user)).to.equal(true);
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "setPassword", "setPassword"]);
  });

  it("leaves an empty success to the caller, as one that was taken", async () => {
    simulator.failNext("setPassword", { status: 200, body: "" });
    const error = await refusalOf(PingOneResponseError, set(addUser(simulator)));
    expect(error.isEmpty).to.equal(true);
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
  });

  it("leaves an empty success to the caller also after a try that was lost", async () => {
    refuse({ kind: "reset-before", count: 1 });
    simulator.failNext("readPasswordState", { status: 200, body: { status: "OK" } });
    const user = addUser(simulator);
    const send: Send = async (operation, params, options) => {
      const answer = await transportTo(simulator)(operation, params, options);
      if (operation.name === "setPassword") throw new PingOneResponseError("empty", true);
      return answer;
    };
    const error = await refusalOf(PingOneResponseError, set(user, {}, send));
    expect(error.isEmpty).to.equal(true);
    expect(calls(simulator)).to.deep.equal(again);
  });

  describe("past the policy", () => {
    const onceValue = ["setPasswordValue", "readPasswordState"];
    const past = { value: "weak", forceChange: true, bypassPolicy: true };

    it("knows its change by its age as well", async () => {
      const user = addUser(simulator);
      refuse({ kind: "reset-after", count: 1 }, "setPasswordValue");
      expect(await set(user, past)).to.include({ status: "MUST_CHANGE_PASSWORD" });
      expect(simulator.verifyPassword(user.userId, "weak")).to.equal(true);
      expect(calls(simulator)).to.deep.equal(onceValue);
    });

    it("is set twice where the first one took effect late: nothing refuses it", async () => {
      const user = addUser(simulator);
      await set(user, past, lateSet(transportTo(simulator)));
      expect(simulator.verifyPassword(user.userId, "weak")).to.equal(true);
      expect(calls(simulator)).to.deep.equal(["readPasswordState", "setPasswordValue", "setPasswordValue"]);
    });

    it("sends the same again", async () => {
      refuse({ kind: "reset-before", count: 3 }, "setPasswordValue");
      await set(addUser(simulator), past);
      expect(calls(simulator)).to.deep.equal([...onceValue, ...onceValue, ...onceValue, "setPasswordValue"]);
      expect(lastRequest(simulator, "setPasswordValue").body).to.deep.equal(past);
    });
  });
});
