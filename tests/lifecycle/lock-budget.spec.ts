import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import { attemptsLeft, failuresRemainingIn } from "../../provider/lifecycle/lock-budget";
import { checkPassword } from "../../provider/operations/check-password";
import { readPasswordState } from "../../provider/operations/read-password-state";
import type { PasswordState, UserRef } from "../../provider/operations";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

withSimulator("attemptsLeft", (simulator) => {
  const password = "Secret-Word.42";
  const left = (user: UserRef, state: PasswordState) => attemptsLeft(transportTo(simulator), user, state);

  it("is the policy's full number before the first failure", async () => {
    const user = addUser(simulator, { password });
    const { passwordPolicyId = "" } = await transportTo(simulator)(readPasswordState, user);
    simulator.ledger.clear();
    expect(await left(user, { status: "OK", passwordPolicyId })).to.equal(5);
    expect(calls(simulator)).to.deep.equal(["readPasswordPolicy"]);
  });

  it("is what PingOne warns of after one, without another call", async () => {
    const user = addUser(simulator, { password });
    const send = transportTo(simulator);
    const miss = await refusalOf(PingOneApiError, send(checkPassword, { ...user, password: "wrong" }));
    expect(failuresRemainingIn(miss)).to.equal(4);
    const state = await send(readPasswordState, user);
    simulator.ledger.clear();
    expect(await left(user, state)).to.equal(4);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("takes a policy that came with the state", async () => {
    const user = addUser(simulator);
    const passwordPolicy = { id: "p", lockout: { failureCount: 3 } };
    expect(await left(user, { status: "OK", passwordPolicy })).to.equal(3);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("has no end without a lockout", async () => {
    const user = addUser(simulator);
    expect(await left(user, { status: "OK", passwordPolicy: { id: "p" } })).to.equal(Infinity);
  });

  it("is none where the policy is not named or cannot be read", async () => {
    const user = addUser(simulator);
    expect(await left(user, { status: "OK" })).to.equal(0);
    simulator.failNext("readPasswordPolicy", { status: 403 });
    expect(await left(user, { status: "OK", passwordPolicyId: "p" })).to.equal(0);
  });
});

describe("failuresRemainingIn", () => {
  it("is undefined in a refusal that does not tell", () => {
    const details = [{ code: "INVALID_VALUE", message: "", innerError: { failuresRemaining: "3" } }];
    const refusal = { operation: "checkPassword", status: 400, code: "INVALID_DATA", details };
    expect(failuresRemainingIn(new PingOneApiError("refused", refusal))).to.equal(undefined);
  });
});
