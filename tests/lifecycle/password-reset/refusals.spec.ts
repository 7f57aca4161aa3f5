import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneApiError, PingOneError, PingOneNetworkError } from "../../../provider/errors";
import { passwordReset } from "../../../provider/lifecycle/password-reset";
import type { UserRef } from "../../../provider/operations";
import { checkPassword } from "../../../provider/operations/check-password";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { upAction } from "../up-action";

const currentPassword = "Old-Secret.42";
const newPassword = "New-Secret.43";

withSimulator("PasswordReset that stops", (simulator) => {
  const mustChange = (user: object = {}) =>
    addUser(simulator, { password: currentPassword, forceChange: true, ...user });
  const declared = () => ({
    applicationId: simulator.application.clientId,
    currentPassword,
    newPassword,
  });
  /** What the run fails with, which holds nothing of the secrets. */
  async function refusal(more: UserRef & Partial<ReturnType<typeof declared>>): Promise<PingOneError> {
    const all = { ...declared(), ...more };
    simulator.ledger.clear();
    const error = await refusalOf(PingOneError, upAction(simulator, passwordReset, all));
    for (const secret of [all.currentPassword, all.newPassword]) {
      expect(inspect(error, { depth: Infinity })).not.to.contain(secret);
    }
    return error;
  }

  it("names a current password that is wrong, which is tried once", async () => {
    const user = mustChange();
    const error = await refusal({ ...user, currentPassword: "Wrong-Secret.41" });
    expect(error).to.include({ operation: "checkUsernamePassword", status: 400 });
    expect(error.message).to.contain("The username or the current password is wrong");
    expect(calls(simulator).filter((name) => name === "checkUsernamePassword")).to.have.length(1);
    expect(calls(simulator)).not.to.include("resetInFlow");
    expect(simulator.readUser(user.userId)?.password.failureCount).to.equal(1);
  });

  it("tries nothing with one attempt left", async () => {
    const user = mustChange();
    for (const password of ["1", "2", "3", "4"]) {
      await refusalOf(PingOneApiError, transportTo(simulator)(checkPassword, { ...user, password }));
    }
    expect((await refusal(user)).message).to.contain("One more wrong password would lock the user out");
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  const users: readonly (readonly [what: string, user: object, said: string])[] = [
    ["no password", {}, "The user has no password: set one with a UserPassword first."],
    ["a password behind a gateway", { external: true }, "external gateway (status EXTERNAL)"],
    [
      "a password that is locked out",
      { password: currentPassword, locked: true },
      "The password is locked out: unlock it with a PasswordUnlock, or wait 900 s",
    ],
  ];
  for (const [what, attributes, said] of users) {
    it(`begins no sign-on for a user with ${what}`, async () => {
      expect((await refusal(addUser(simulator, attributes))).message).to.contain(said);
      expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    });
  }

  it("begins no sign-on for a status that no sign-on changes", async () => {
    const user = mustChange();
    const id = simulator.readUser(user.userId)?.password.passwordPolicyId;
    simulator.failNext("readPasswordState", { status: 200, body: { status: "NEW", passwordPolicy: { id } } });
    expect((await refusal(user)).message).to.contain("The password is NEW, which no sign-on changes");
    expect(calls(simulator)).not.to.include("startFlow");
  });

  it("says that the account is locked only once the password was right", async () => {
    expect((await refusal(mustChange({ accountLocked: true }))).message).to.contain(
      "The user is disabled or the account is locked",
    );
    const wrong = {
      ...mustChange({ username: "bob", accountLocked: true }),
      currentPassword: "Wrong-Secret.41",
    };
    expect((await refusal(wrong)).message).to.contain("current password is wrong");
  });

  it("stops at a second factor, and names it", async () => {
    const body = { id: "f", status: "OTP_REQUIRED" };
    simulator.failNext("checkUsernamePassword", { status: 200, body });
    const user = mustChange();
    expect((await refusal(user)).message)
      .to.contain("The sign-on stops at OTP_REQUIRED")
      .and.to.contain("Use an application whose sign-on policy asks for username and password only");
    expect(simulator.verifyPassword(user.userId, currentPassword)).to.equal(true);
  });

  it("stops before the password where the sign-on does not begin with it", async () => {
    simulator.failNext("readFlow", { status: 200, body: { id: "f", status: "DEVICE_SELECTION_REQUIRED" } });
    expect((await refusal(mustChange())).message).to.contain(
      "The sign-on stops at DEVICE_SELECTION_REQUIRED",
    );
    expect(calls(simulator)).not.to.include("checkUsernamePassword");
  });

  it("stops at a sign-on that failed", async () => {
    const error = { code: "NOT_ALLOWED", message: "no" };
    simulator.failNext("resetInFlow", { status: 200, body: { id: "f", status: "FAILED", error } });
    expect((await refusal(mustChange())).message).to.contain("The sign-on failed (NOT_ALLOWED)");
  });

  it("names the rules that the new password does not meet, and does it right with the next run", async () => {
    const user = mustChange();
    const error = await refusal({ ...user, newPassword: "aaab" });
    expect(error).to.include({ operation: "resetInFlow", status: 400 });
    expect(error.message).to.contain("unmet rules: ").and.to.contain("Choose a value");
    await upAction(simulator, passwordReset, { ...declared(), ...user });
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("says which application it takes, when it is given the worker or one that is not there", async () => {
    for (const applicationId of [simulator.worker.clientId, "00000000-0000-4000-8000-000000000000"]) {
      const error = await refusal({ ...mustChange({ username: applicationId }), applicationId });
      expect(error).to.include({ operation: "startFlow" });
      expect(error.message).to.contain("Check applicationId").and.to.contain("a worker application is none");
      expect(calls(simulator)).not.to.include("checkUsernamePassword");
    }
  });

  it("cannot sign on a user without a name", async () => {
    const user = mustChange();
    simulator.failNext("readUser", { status: 200, body: { id: user.userId } });
    expect((await refusal(user)).message).to.contain(`PingOne tells no username of user ${user.userId}`);
    expect(calls(simulator)).not.to.include("startFlow");
  });

  it("sends the password to no other host", async () => {
    const _links = { "usernamePassword.check": { href: "http://127.0.0.1:1/flows/f" } };
    const body = { id: "f", status: "USERNAME_PASSWORD_REQUIRED", _links };
    simulator.failNext("readFlow", { status: 200, body });
    expect((await refusal(mustChange())).message).to.contain("nothing was sent there");
  });

  it("fails with what to check for a user that does not exist", async () => {
    expect((await refusal(unknownUser(simulator))).message).to.contain("Check environmentId and userId");
  });

  it("repeats nothing of PingOne's words that hold a secret", async () => {
    const user = mustChange();
    for (const [name, text] of [
      ["checkUsernamePassword", currentPassword],
      ["resetInFlow", newPassword],
    ] as const) {
      simulator.failNext(name, { status: 400, body: { code: "INVALID_DATA", message: `${text} is bad` } });
      expect((await refusal(user)).message).to.contain("withheld");
    }
  });
});

withSimulator("PasswordReset whose answer never came", (simulator) => {
  function declare() {
    const user = addUser(simulator, { password: currentPassword, forceChange: true });
    return {
      user,
      args: { ...user, applicationId: simulator.application.clientId, currentPassword, newPassword },
    };
  }

  it("counts as done when PingOne set the password, without a second call", async () => {
    const { args } = declare();
    simulator.failNext("resetInFlow", { drop: "after" });
    const report = recordReport();
    const { outs } = await upAction(simulator, passwordReset, args, { report });
    expect(outs.flowStatus).to.equal("COMPLETED");
    expect(report.infos).to.deep.equal(["PingOne's answer did not arrive, but the new password is set."]);
    expect(calls(simulator).slice(-2)).to.deep.equal(["resetInFlow", "readPasswordState"]);
  });

  it("fails when PingOne did not set it, and does with the next run", async () => {
    const { user, args } = declare();
    simulator.failNext("resetInFlow", { drop: "before" });
    await refusalOf(PingOneNetworkError, upAction(simulator, passwordReset, args));
    expect(calls(simulator).filter((name) => name === "resetInFlow")).to.have.length(1);
    expect(simulator.verifyPassword(user.userId, currentPassword)).to.equal(true);
    await upAction(simulator, passwordReset, args);
    expect(simulator.verifyPassword(user.userId, newPassword)).to.equal(true);
  });

  it("does not sign on a second time when the answer to that never came: a miss would count twice", async () => {
    const { args } = declare();
    simulator.failNext("checkUsernamePassword", { drop: "after" });
    await refusalOf(PingOneNetworkError, upAction(simulator, passwordReset, args));
    expect(calls(simulator).filter((name) => name === "checkUsernamePassword")).to.have.length(1);
  });

  it("refuses a new password that is the current one, at preview", async () => {
    const user = addUser(simulator, { password: currentPassword, forceChange: true });
    const args = { ...user, applicationId: simulator.application.clientId };
    const { failures } = await passwordReset(createSession(simulator)).check(
      {},
      { ...args, currentPassword, newPassword: currentPassword },
      recordReport(),
    );
    expect(failures.map(({ reason }) => reason)).to.deep.equal([
      "currentPassword and newPassword are the same: PingOne takes no password twice. Give another one.",
    ]);
  });
});
