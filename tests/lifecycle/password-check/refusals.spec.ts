import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneApiError, PingOneError } from "../../../provider/errors";
import { passwordCheck } from "../../../provider/lifecycle/password-check";
import { checkPassword } from "../../../provider/operations/check-password";
import type { UserRef } from "../../../provider/operations";
import type { SeedUser } from "../../../simulator";
import { refusalOf } from "../../errors/refusal-of";
import { transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { upAction } from "../up-action";

const password = "Secret-Word.42";

withSimulator("PasswordCheck that is not made", (simulator) => {
  /** What the run fails with; the password is checked by none of its calls. */
  async function refusal(user: UserRef): Promise<string> {
    simulator.ledger.clear();
    const error = await refusalOf(PingOneError, upAction(simulator, passwordCheck, { ...user, password }));
    expect(calls(simulator)).not.to.include("checkPassword");
    expect(inspect(error, { depth: Infinity })).not.to.contain(password);
    return error.message;
  }
  async function fail(user: UserRef, times: number): Promise<void> {
    for (let tries = 0; tries < times; tries += 1) {
      const check = transportTo(simulator)(checkPassword, { ...user, password: `wrong ${tries}` });
      await refusalOf(PingOneApiError, check);
    }
  }

  const users: readonly (readonly [what: string, user: Partial<SeedUser>, said: string])[] = [
    ["a user without a password", {}, "The user has no password: set one with a UserPassword first."],
    [
      "a password behind a gateway",
      { external: true },
      "There is no password at PingOne to check. The user's password is held by an external gateway (status EXTERNAL)",
    ],
    [
      "a password that is locked out",
      { password, locked: true },
      "The password is locked out: unlock it with a PasswordUnlock, or wait 900 s, and run again.",
    ],
  ];
  for (const [what, attributes, said] of users) {
    it(`fails for ${what}, and says what to do`, async () => {
      expect(await refusal(addUser(simulator, attributes))).to.contain(said);
    });
  }

  it("knows no time to wait for where only an unlock ends the lockout", async () => {
    const user = addUser(simulator, { password });
    simulator.updatePasswordPolicy(simulator.readUser(user.userId)?.password.passwordPolicyId ?? "", {
      lockout: { failureCount: 2 },
    });
    await fail(user, 2);
    expect(await refusal(user)).to.contain("unlock it with a PasswordUnlock, and run again");
  });

  it("does not risk the last attempt, even with the right password", async () => {
    const user = addUser(simulator, { password });
    await fail(user, 4);
    expect(await refusal(user)).to.contain("One more wrong password would lock the user out");
    expect(simulator.readUser(user.userId)?.password.failureCount).to.equal(4);
  });

  it("risks the last but one", async () => {
    const user = addUser(simulator, { password });
    await fail(user, 3);
    const { outs } = await upAction(simulator, passwordCheck, { ...user, password });
    expect(outs.matched).to.equal(true);
  });

  it("risks nothing under a policy that cannot be read", async () => {
    const user = addUser(simulator, { password });
    simulator.failNext("readPasswordState", {
      status: 200,
      body: { status: "OK", passwordPolicy: { id: "p" } },
    });
    simulator.failNext("readPasswordPolicy", { status: 403 });
    expect(await refusal(user)).to.contain("give the worker application the right to read password policies");
  });

  it("fails with what to check for a user that does not exist", async () => {
    expect(await refusal(unknownUser(simulator))).to.contain("Check environmentId and userId");
  });
});
