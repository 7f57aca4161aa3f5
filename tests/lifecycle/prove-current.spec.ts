import { expect } from "chai";
import type { PasswordState, UserRef } from "../../provider/operations";
import { checkPassword } from "../../provider/operations/check-password";
import { readPasswordState } from "../../provider/operations/read-password-state";
import { PingOneApiError } from "../../provider/errors";
import { proveCurrent } from "../../provider/lifecycle/prove-current";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

const value = "Secret-Word.42";

withSimulator("proveCurrent", (simulator) => {
  const send = () => transportTo(simulator);
  const prove = (user: UserRef, text: string, state: PasswordState) =>
    proveCurrent(send(), user, text, state);
  const checks = () => calls(simulator).filter((name) => name === "checkPassword").length;

  /** The reason for which a value is not, or not known to be, the current one. */
  async function reason(user: UserRef, text: string, state: PasswordState): Promise<string> {
    const proof = await prove(user, text, state);
    return proof.isCurrent ? expect.fail("the value is the current one") : proof.reason;
  }

  async function fail(user: UserRef, times: number): Promise<void> {
    for (let index = 0; index < times; index += 1) {
      await refusalOf(PingOneApiError, send()(checkPassword, { ...user, password: `wrong ${index}` }));
    }
    simulator.ledger.clear();
  }

  it("is quiet about a value that is the current one", async () => {
    const user = addUser(simulator, { password: value });
    const state = await send()(readPasswordState, user);
    expect(await prove(user, value, state)).to.deep.equal({ isCurrent: true });
    expect(checks()).to.equal(1);
  });

  it("says what a miss cost", async () => {
    const user = addUser(simulator, { password: value });
    const state = await send()(readPasswordState, user);
    expect(await reason(user, "Other-Word.43", state)).to.contain(
      "one check was made and counts as a failed one",
    );
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "checkPassword", "readPasswordState"]);
  });

  it("says loudly that its own check caused a lock", async () => {
    const user = addUser(simulator, { password: value });
    const state = await send()(readPasswordState, user);
    // Others fail between the look and the check.
    await fail(user, 4);
    const text = await reason(user, "Other-Word.43", state);
    expect(text).to.contain("LOCKED THE PASSWORD").and.to.contain("PasswordUnlock");
    expect(simulator.readUser(user.userId)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
  });

  it("looks again where it had to wait for another check of the user", async () => {
    const user = addUser(simulator, { password: value });
    await fail(user, 3);
    const one = send();
    const state = await one(readPasswordState, user);
    simulator.ledger.clear();
    const proofs = await Promise.all(
      ["Other-Word.43", "Other-Word.44"].map((text) => proveCurrent(one, user, text, state)),
    );
    expect(proofs.map(({ isCurrent }) => isCurrent)).to.deep.equal([false, false]);
    expect(checks()).to.equal(1);
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
    await proveCurrent(one, user, value, { ...state, failuresRemaining: 2 });
    expect(calls(simulator).filter((name) => name === "readPasswordState")).to.have.length(2);
  });

  it("does not spend the last attempt that PingOne warns of", async () => {
    const user = addUser(simulator, { password: value });
    await fail(user, 4);
    const state = await send()(readPasswordState, user);
    expect(state.failuresRemaining).to.equal(1);
    expect(await reason(user, value, state)).to.contain("one more failed check would lock the user out");
    expect(checks()).to.equal(0);
  });

  it("spends the last attempt but one", async () => {
    const user = addUser(simulator, { password: value });
    await fail(user, 3);
    const state = await send()(readPasswordState, user);
    expect(await prove(user, value, state)).to.deep.equal({ isCurrent: true });
  });

  it("does not ask for a user without a password", async () => {
    const user = addUser(simulator);
    const text = await reason(user, value, await send()(readPasswordState, user));
    expect(text).to.contain("the user has no password now").and.to.contain("bypassPolicy");
    expect(checks()).to.equal(0);
  });

  const unknown: readonly (readonly [what: string, state: PasswordState])[] = [
    ["a policy that is not named", { status: "OK" }],
    [
      "a lockout that cannot be understood",
      { status: "OK", passwordPolicy: { id: "p", lockout: { failureCount: 0 } } },
    ],
    ["a policy that PingOne does not know", { status: "OK", passwordPolicyId: "p" }],
  ];
  for (const [what, state] of unknown) {
    it(`does not risk a lock under ${what}`, async () => {
      const user = addUser(simulator, { password: value });
      expect(await reason(user, value, state)).to.contain("would lock the user out");
      expect(checks()).to.equal(0);
    });
  }
});
