import { inspect } from "node:util";
import { expect } from "chai";
import { PartialFailure, PingOneApiError } from "../../../provider/errors";
import { passwordCheck, type PasswordCheckState } from "../../../provider/lifecycle/password-check";
import type { Props } from "../../../provider/lifecycle";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { keptAfter, type Run, upAction } from "../up-action";

const password = "Secret-Word.42";
const wrong = "Wrong-Secret.41";

withSimulator("PasswordCheck", (simulator) => {
  const up = (args: Props, run: Run<PasswordCheckState> = {}) =>
    upAction(simulator, passwordCheck, args, run);
  const failures = (userId: string) => simulator.readUser(userId)?.password.failureCount;

  it("matches with one check, and keeps nothing of the password", async () => {
    const user = addUser(simulator, { password });
    const report = recordReport();
    const stored = await up({ ...user, password, triggers: ["first"] }, { report });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "checkPassword"]);
    expect(stored).to.deep.equal({
      id: `${user.environmentId}/${user.userId}/check`,
      inputs: { ...user, triggers: ["first"] },
      outs: { ...user, triggers: ["first"], matched: true, failuresRemaining: 5 },
    });
    expect(inspect({ ...stored, ...report }, { depth: Infinity })).not.to.contain(password);
    expect(failures(user.userId)).to.equal(0);
  });

  it("matches a password that has to be changed, or is too old", async () => {
    const user = addUser(simulator, { password, forceChange: true });
    expect((await up({ ...user, password })).outs.matched).to.equal(true);
    const bob = addUser(simulator, { username: "bob", password });
    simulator.advance(200 * 86_400_000);
    expect(simulator.readUser(bob.userId)?.password.status).to.equal("PASSWORD_EXPIRED");
    expect((await up({ ...bob, password })).outs.matched).to.equal(true);
  });

  it("leaves out how many failures are left where no number locks the user out", async () => {
    const user = addUser(simulator, { password });
    simulator.updatePasswordPolicy(simulator.readUser(user.userId)?.password.passwordPolicyId ?? "", {
      lockout: null,
    });
    const { outs } = await up({ ...user, password });
    expect(outs).to.deep.equal({ ...user, matched: true });
  });

  describe("with another password", () => {
    async function miss(args: Props = {}) {
      const user = addUser(simulator, { password });
      const inputs = { ...user, ...args };
      const failure = await refusalOf(PartialFailure, up({ ...inputs, password: wrong }));
      return { user, failure, before: keptAfter<PasswordCheckState>(failure, inputs) };
    }

    it("fails, and says what is left and what to do", async () => {
      const { user, failure } = await miss({ triggers: ["first"] });
      expect(failure.message).to.equal(
        "The password is not the user's current one. 4 more failed checks lock the user out. Correct the password, or set it with a UserPassword.",
      );
      expect(failure.id).to.equal(`${user.environmentId}/${user.userId}/check`);
      expect(failure.properties).to.deep.equal({
        ...user,
        triggers: ["first"],
        matched: false,
        failuresRemaining: 4,
      });
      expect(inspect(failure, { depth: Infinity })).not.to.contain(wrong);
      expect(failures(user.userId)).to.equal(1);
    });

    it("is asked again by the next run, without a new trigger", async () => {
      const { user, before } = await miss();
      simulator.ledger.clear();
      const { outs } = await up({ ...user, password }, { before });
      expect(calls(simulator)).to.deep.equal(["readPasswordState", "checkPassword"]);
      expect(outs).to.deep.include({ ...user, matched: true });
    });

    it("fails again while it is wrong, in an update as well", async () => {
      const { user, before } = await miss();
      const failure = await refusalOf(PartialFailure, up({ ...user, password: "Wrong-Too.40" }, { before }));
      expect(failure.properties).to.deep.include({ matched: false, failuresRemaining: 3 });
    });

    it("has no end of failures where no number locks the user out", async () => {
      const user = addUser(simulator, { password });
      simulator.updatePasswordPolicy(simulator.readUser(user.userId)?.password.passwordPolicyId ?? "", {
        lockout: null,
      });
      const failure = await refusalOf(PartialFailure, up({ ...user, password: wrong }));
      expect(failure.message).to.contain("not the user's current one").and.not.to.contain("Infinity");
      expect(failure.properties["failuresRemaining"]).to.equal(undefined);
    });

    it("is a miss too when PingOne's own words hold the password", async () => {
      const user = addUser(simulator, { password });
      const failure = await refusalOf(PartialFailure, up({ ...user, password: "password" }));
      expect(failure.properties).to.deep.include({ matched: false, failuresRemaining: 4 });
    });
  });

  it("checks again when a trigger changed, and only then", async () => {
    const user = addUser(simulator, { password });
    const before = await up({ ...user, password, triggers: ["first"] });
    simulator.ledger.clear();
    expect(await up({ ...user, triggers: ["first"] }, { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
    const { id, outs } = await up({ ...user, password, triggers: ["second"] }, { before });
    expect(id).to.equal(before.id);
    expect(outs.triggers).to.deep.equal(["second"]);
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "checkPassword"]);
  });

  it("takes another refusal for no miss", async () => {
    const user = addUser(simulator, { password });
    simulator.failNext("checkPassword", { status: 403 });
    const error = await refusalOf(PingOneApiError, up({ ...user, password }));
    expect(error).to.include({ operation: "checkPassword", status: 403 });
  });

  it("is repeated when its answer never came: the same miss counts once", async () => {
    const user = addUser(simulator, { password });
    simulator.failNext("checkPassword", { drop: "after" });
    await refusalOf(Error, up({ ...user, password: wrong }));
    expect(calls(simulator).filter((name) => name === "checkPassword")).to.have.length(2);
    expect(failures(user.userId)).to.equal(1);
  });
});
