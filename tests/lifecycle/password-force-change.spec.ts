import { expect } from "chai";
import { PingOneApiError, PingOneError, PingOneResponseError } from "../../provider/errors";
import { passwordForceChange } from "../../provider/lifecycle/password-force-change";
import type { SeedUser } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { recordReport, transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "../operations/unknown-user";
import { upAction } from "./up-action";
import { breakAfter } from "./user-password/break-after";

const password = "Secret-Word.42";
const info = "The user has to choose another password at the next sign-on";

withSimulator("PasswordForceChange", (simulator) => {
  async function setUp(user: Partial<SeedUser> = {}) {
    const ref = addUser(simulator, { password, ...user });
    const report = recordReport();
    const stored = await upAction(
      simulator,
      passwordForceChange,
      { ...ref, triggers: ["first"] },
      { report },
    );
    return { user: ref, report, stored };
  }

  it("asks for another password once, and keeps what was before and after", async () => {
    const start = Date.now();
    const { user, report, stored } = await setUp();
    const now = simulator.readUser(user.userId)?.password;
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "forcePasswordChange"]);
    expect(now?.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(simulator.verifyPassword(user.userId, password), "the password stays").to.equal(true);
    expect(stored.id).to.equal(`${user.environmentId}/${user.userId}/force-change`);
    const { performedAt, ...outs } = stored.outs;
    expect(outs).to.deep.equal({
      ...user,
      triggers: ["first"],
      before: { status: "OK", lastChangedAt: now?.lastChangedAt },
      after: { status: "MUST_CHANGE_PASSWORD", lastChangedAt: now?.lastChangedAt },
    });
    expect(Date.parse(performedAt)).to.be.within(start, Date.now());
    expect(report.infos).to.deep.equal([`${info}.`]);
    expect(report.warnings).to.deep.equal([]);
  });

  it("says that it also ended a lockout", async () => {
    const { user, report, stored } = await setUp({ locked: true });
    expect(simulator.readUser(user.userId)?.password.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(stored.outs.before.status).to.equal("PASSWORD_LOCKED_OUT");
    expect(report.infos).to.deep.equal([`${info}; this also unlocked the password.`]);
  });

  it("asks again when a trigger changed, and records that run", async () => {
    const { user, stored } = await setUp();
    simulator.ledger.clear();
    const args = { ...user, triggers: ["second"] };
    const { id, outs } = await upAction(simulator, passwordForceChange, args, { before: stored });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "forcePasswordChange"]);
    expect(id).to.equal(stored.id);
    expect(outs.triggers).to.deep.equal(["second"]);
    expect(outs.before.status).to.equal("MUST_CHANGE_PASSWORD");
  });

  it("asks the other user when the user changes, and leaves the first alone", async () => {
    const { stored } = await setUp();
    const bob = addUser(simulator, { username: "bob", password });
    simulator.ledger.clear();
    const { id } = await upAction(simulator, passwordForceChange, { ...bob }, { before: stored });
    expect(id).to.equal(`${bob.environmentId}/${bob.userId}/force-change`);
    expect(simulator.readUser(bob.userId)?.password.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "forcePasswordChange"]);
  });

  it("makes up for an empty answer with a look at the state", async () => {
    const user = addUser(simulator, { password });
    const send = breakAfter(transportTo(simulator), {
      forcePasswordChange: new PingOneResponseError("empty", true),
    });
    const { outs } = await upAction(simulator, passwordForceChange, user, { send });
    expect(outs.after.status).to.equal("MUST_CHANGE_PASSWORD");
  });

  it("is repeated after a failure that leaves it open", async () => {
    simulator.failNext("forcePasswordChange", { drop: "after" });
    const { stored } = await setUp();
    expect(stored.outs.after.status).to.equal("MUST_CHANGE_PASSWORD");
  });

  const refused: readonly (readonly [what: string, user: Partial<SeedUser>, said: string[]])[] = [
    ["has no password", {}, ["(NO_PASSWORD)", "set one with a UserPassword, with forceChange: true"]],
    [
      "has a password behind a gateway",
      { external: true },
      ["external gateway (status EXTERNAL)", "change it in the directory"],
    ],
  ];
  for (const [what, attributes, said] of refused) {
    it(`fails for a user who ${what}, without asking, and says what to do`, async () => {
      const user = addUser(simulator, attributes);
      const error = await refusalOf(PingOneError, upAction(simulator, passwordForceChange, user));
      expect(error.message).to.contain(`ser ${user.userId}`);
      expect(said.filter((text) => !error.message.includes(text))).to.deep.equal([]);
      expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    });
  }

  it("fails with what to check for a user that does not exist", async () => {
    const run = upAction(simulator, passwordForceChange, unknownUser(simulator));
    const error = await refusalOf(PingOneApiError, run);
    expect(error.status).to.equal(404);
    expect(error.message).to.contain("Check environmentId and userId");
  });

  it("fails when it is refused", async () => {
    simulator.failNext("forcePasswordChange", { status: 403 });
    const error = await refusalOf(PingOneApiError, setUp());
    expect(error).to.include({ operation: "forcePasswordChange", status: 403 });
  });
});
