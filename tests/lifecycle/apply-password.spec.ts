import { expect } from "chai";
import {
  PingOneApiError,
  PingOneError,
  PingOneNetworkError,
  PingOneResponseError,
} from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { applyPassword, type Wish } from "../../provider/lifecycle/apply-password";
import { refusalOf } from "../errors/refusal-of";
import { recordReport, transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { breakAfter } from "./user-password/break-after";
import { lateSet } from "./user-password/late-set";

const value = "New-Secret.43";
const HOUR = 3_600_000;
/** A digest and a salt, of the right lengths. */
const encoded = `{SSHA512}${Buffer.alloc(72, 1).toString("base64")}`;

withSimulator("applyPassword", (simulator) => {
  const apply = (user: UserRef, wish: Partial<Wish> = {}, send = transportTo(simulator)) =>
    applyPassword(send, user, { value, forceChange: false, bypassPolicy: false, ...wish }, recordReport());
  const odd = () =>
    breakAfter(transportTo(simulator), { setPassword: new PingOneResponseError("setPassword: odd.", false) });
  const lastChangedAt = ({ userId }: UserRef) => simulator.readUser(userId)?.password.lastChangedAt;

  it("reads the state once when the answer lacks the time of the change", async () => {
    const user = addUser(simulator, { password: value });
    simulator.failNext("setPassword", { status: 200, body: { status: "OK" } });
    const { state, failure } = await apply(user);
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState"]);
    expect(state).to.deep.include({ status: "OK", lastChangedAt: lastChangedAt(user) });
    expect(failure).to.equal(undefined);
  });

  it("knows by the age of the change that a value was set whose answer is not PingOne's", async () => {
    const user = addUser(simulator);
    const { state } = await apply(user, {}, odd());
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState"]);
    expect(state).to.deep.include({ status: "OK", lastChangedAt: lastChangedAt(user) });
  });

  it("proves it with one check where the look failed", async () => {
    const user = addUser(simulator);
    simulator.failNext("readPasswordState", { status: 403 });
    const { state } = await apply(user, {}, odd());
    expect(calls(simulator)).to.deep.equal([
      "setPassword",
      "readPasswordState",
      "readPasswordState",
      "checkPassword",
    ]);
    expect(state).to.deep.include({ status: "OK", lastChangedAt: lastChangedAt(user) });
  });

  it("looks once more after the last of four sets, and needs no check", async () => {
    const user = addUser(simulator);
    simulator.faults.add({ kind: "html-200", operation: "setPassword", count: 3 });
    const { state } = await apply(user, {}, odd());
    expect(calls(simulator).slice(-2)).to.deep.equal(["setPassword", "readPasswordState"]);
    expect(calls(simulator)).to.have.length(8).and.not.to.include("checkPassword");
    expect(state).to.deep.include({ status: "OK", lastChangedAt: lastChangedAt(user) });
  });

  const answers: readonly (readonly [what: string, body: object | string])[] = [
    ["a page", "<html>Sign on</html>"],
    ["an error", { code: "INVALID_DATA", message: "no" }],
    ["a list", "[]"],
  ];
  for (const [what, body] of answers) {
    for (const password of [undefined, "Old-Secret.41"]) {
      const whose = `of a user ${password === undefined ? "without a" : "with another"} password`;
      const addUserOfBefore = () => {
        const user = addUser(simulator, password === undefined ? {} : { password });
        simulator.advance(HOUR);
        return user;
      };

      it(`records nothing after four successes with ${what} in them, ${whose}`, async () => {
        const user = addUserOfBefore();
        simulator.failNext("setPassword", { status: 200, body }, 4);
        const error = await refusalOf(PingOneError, apply(user));
        expect(error.message)
          .to.contain("not what PingOne answers")
          .and.to.contain("PingOne does not confirm that the password was set");
        expect(simulator.verifyPassword(user.userId, value)).to.equal(false);
        expect(calls(simulator).filter((name) => name === "setPassword")).to.have.length(4);
      });

      it(`sets again after one success with ${what} in it, ${whose}`, async () => {
        const user = addUserOfBefore();
        simulator.failNext("setPassword", { status: 200, body });
        const { state } = await apply(user);
        expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
        expect(state?.lastChangedAt).to.equal(lastChangedAt(user));
        expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState", "setPassword"]);
      });
    }
  }

  it("knows an encoded value by the age of the change, and makes no check of it", async () => {
    const user = addUser(simulator);
    const { state } = await apply(user, { value: encoded }, odd());
    expect(state?.lastChangedAt).to.equal(lastChangedAt(user));
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState"]);
  });

  it("cannot prove an encoded value where the look failed, and makes no check of it", async () => {
    const user = addUser(simulator);
    simulator.failNext("readPasswordState", { status: 403 });
    const error = await refusalOf(PingOneError, apply(user, { value: encoded }, odd()));
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
    expect(error.message).to.contain("PingOne does not confirm that the password was set");
    expect(calls(simulator)).not.to.include("checkPassword");
  });

  const unclear: readonly (readonly [what: string, wish: Partial<Wish>, next: string])[] = [
    ["a value", {}, "a value it did take is recognised by the next run and not set twice"],
    ["a value past the policy", { bypassPolicy: true }, "the next run sets it (again)"],
    ["an encoded value", { value: encoded }, "the next run sets it (again)"],
  ];
  for (const [what, wish, next] of unclear) {
    it(`says what the next run does when it is open whether PingOne took ${what}`, async () => {
      const operation = wish.bypassPolicy === true ? "setPasswordValue" : "setPassword";
      simulator.failNext(operation, { drop: "after" });
      simulator.failNext("readPasswordState", { status: 403 });
      const error = await refusalOf(PingOneNetworkError, apply(addUser(simulator), wish));
      expect(error.unclear).to.equal(true);
      expect(error.message).to.contain(`Whether PingOne took the password is not known: ${next}.`);
    });
  }

  const lates: readonly (readonly [what: string, wish: Partial<Wish>])[] = [
    ["a first value", {}],
    ["a later value", { appliedAt: "2026-01-01T00:00:00.000Z" }],
    ["a value that its user has to change", { forceChange: true }],
  ];
  for (const [what, wish] of lates) {
    it(`recognises with one check ${what} that took effect late, after its answer was lost`, async () => {
      const user = addUser(simulator);
      const { state } = await apply(user, wish, lateSet(transportTo(simulator)));
      expect(state).to.deep.include({
        status: wish.forceChange === true ? "MUST_CHANGE_PASSWORD" : "OK",
        lastChangedAt: lastChangedAt(user),
      });
      expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
      expect(calls(simulator)).to.deep.equal([
        "readPasswordState",
        "setPassword",
        "setPassword",
        "readPasswordState",
        "checkPassword",
      ]);
    });
  }

  it("makes no check of a value from before its own last one", async () => {
    const user = addUser(simulator, { password: value });
    const appliedAt = (await apply(user, { value: "Latest-Secret.44" })).state?.lastChangedAt;
    simulator.ledger.clear();
    const error = await refusalOf(PingOneApiError, apply(user, { appliedAt }));
    expect(error.message).to.contain(
      "The value was used before, and it is not the current one: give a new value.",
    );
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState"]);
  });

  it("checks a value that others may have set since its own last one", async () => {
    const user = addUser(simulator, { password: value });
    const { state } = await apply(user, { appliedAt: "2020-01-01T00:00:00.000Z" });
    expect(state?.lastChangedAt).to.equal(lastChangedAt(user));
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState", "checkPassword"]);
  });

  for (const forceChange of [false, true]) {
    it(`says of a recognised value whether its user still has to change it, with forceChange ${String(forceChange)}`, async () => {
      const user = addUser(simulator, { password: value, forceChange: true });
      const report = recordReport();
      await applyPassword(transportTo(simulator), user, { value, forceChange, bypassPolicy: false }, report);
      expect(report.infos).to.have.length(1);
      expect(report.infos.join().includes("the user still has to change it")).to.equal(!forceChange);
      expect(calls(simulator)).not.to.include("forcePasswordChange");
    });
  }
});
