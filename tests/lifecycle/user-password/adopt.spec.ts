import { expect } from "chai";
import { PingOneApiError, PingOneError } from "../../../provider/errors";
import { fingerprint } from "../../../provider/lifecycle/fingerprint";
import { createRunReads } from "../../../provider/lifecycle/run-reads";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { changeOutside } from "../../helpers/outside";
import { refresh } from "../bring-up";
import { unknownUser } from "../../operations/unknown-user";
import { upPassword } from "./up-password";

const value = "Current-Secret.41";
const next = "Next-Secret.44";
const previewed = "The password that is there is taken over as it is: nothing is written.";

withSimulator("UserPassword adopt", (simulator) => {
  const changedAt = (userId: string) => simulator.readUser(userId)?.password.lastChangedAt;
  const writes = () => calls(simulator).filter((name) => name?.startsWith("setPassword"));

  it("takes over a password that the value is found to be, with one check and no write", async () => {
    const user = addUser(simulator, { password: value });
    const before = changedAt(user.userId);
    const report = recordReport();
    const { id, outs } = await upPassword(simulator, { ...user, value, adopt: true }, { report });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "checkPassword"]);
    expect(id).to.equal(`${user.environmentId}/${user.userId}`);
    expect(outs).to.deep.equal({
      fingerprint: await fingerprint(value, user),
      status: "OK",
      lastChangedAt: before,
      appliedAt: before,
      passwordPolicyId: simulator.readUser(user.userId)?.password.passwordPolicyId,
      externallyChanged: false,
      verified: true,
    });
    expect(report.infos).to.deep.equal([
      previewed,
      "Took over the password as it is: the value was checked and is the current one.",
    ]);
  });

  it("takes over a password that nobody knows, with one read", async () => {
    const user = addUser(simulator, { password: value });
    const report = recordReport();
    const { outs } = await upPassword(simulator, { ...user, adopt: true }, { report });
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    expect(outs).to.include({ fingerprint: "adopted", verified: false, appliedAt: changedAt(user.userId) });
    expect(report.infos).to.deep.equal([previewed, "Took over the password as it is, without knowing it."]);
  });

  it("looks at the user at preview, and holds the value to no policy", async () => {
    const user = addUser(simulator, { password: value });
    const { failures } = await userPassword(createSession(simulator)).check(
      {},
      { ...user, value: "weak", adopt: true, fingerprint: "" },
      recordReport(),
    );
    expect(failures).to.deep.equal([]);
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  it("fails after one check when the value is another one, and changes nothing", async () => {
    const user = addUser(simulator, { password: value });
    const before = changedAt(user.userId);
    const error = await refusalOf(PingOneError, upPassword(simulator, { ...user, value: next, adopt: true }));
    expect(error.message).to.equal(
      "adopt: the value is not the user's password: it is not the current one (one check was made and counts as a failed one): give a new value. Nothing was changed. Leave adopt out to set it.",
    );
    expect(calls(simulator).filter((name) => name === "checkPassword")).to.have.length(1);
    expect(writes()).to.deep.equal([]);
    expect(changedAt(user.userId)).to.equal(before);
  });

  it("has nothing to take over from a user without a password", async () => {
    const error = await refusalOf(
      PingOneError,
      upPassword(simulator, { ...addUser(simulator), value, adopt: true }),
    );
    expect(error.message).to.equal(
      "The user has no password to take over: leave adopt out, so that the value is set.",
    );
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  it("does not take over a password of an external gateway", async () => {
    const user = addUser(simulator, { external: true });
    const error = await refusalOf(PingOneError, upPassword(simulator, { ...user, adopt: true }));
    expect(error.message).to.match(/^There is no password of PingOne's to take over\. .*EXTERNAL/);
  });

  it("fails for a user that does not exist", async () => {
    const error = await refusalOf(
      PingOneApiError,
      upPassword(simulator, { ...unknownUser(simulator), adopt: true }),
    );
    expect(error.status).to.equal(404);
  });

  /** Takes over without asking PingOne about the value, and says why. */
  async function takeOverUnchecked(user: object, args: object = { value }) {
    const ref = addUser(simulator, { password: value, ...user });
    const report = recordReport();
    const { outs } = await upPassword(simulator, { ...ref, ...args, adopt: true }, { report });
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    expect(outs.verified).to.equal(false);
    expect(report.warnings).to.deep.equal([
      "The value is not checked against the password that is taken over: it is encoded, or a miss could lock the user out.",
    ]);
    expect(report.infos).to.deep.equal([previewed, "Took over the password as it is, without knowing it."]);
  }

  it("makes no check while the password is locked out", async () => {
    await takeOverUnchecked({ locked: true });
  });

  it("makes no check where one miss locks the user out", async () => {
    const policy = simulator.createPasswordPolicy({ name: "Harsh", lockout: { failureCount: 1 } });
    simulator.createPopulation({ name: "Harsh", passwordPolicy: policy });
    await takeOverUnchecked({ population: "Harsh" });
  });

  it("makes no check of an encoded value", async () => {
    await takeOverUnchecked({}, { value: "{SSHA512}c2VjcmV0" });
  });

  it("makes no check when PingOne says that one failure is left", async () => {
    const body = { status: "OK", passwordPolicy: { id: "p" }, aWarning: { failuresRemaining: 1 } };
    simulator.failNext("readPasswordState", { status: 200, body });
    await takeOverUnchecked({});
  });

  for (const args of [{ value }, {}]) {
    it(`has a quiet first diff ${"value" in args ? "with" : "without"} a value, and makes no call then`, async () => {
      const declared = { ...addUser(simulator, { password: value }), ...args, adopt: true };
      const before = await upPassword(simulator, declared);
      simulator.ledger.clear();
      const report = recordReport();
      expect(await upPassword(simulator, declared, { before, report })).to.equal(before);
      expect(calls(simulator)).to.deep.equal([]);
      expect([...report.infos, ...report.warnings]).to.deep.equal([]);
    });
  }

  it("sets a value that comes later, and is then like any other", async () => {
    const user = addUser(simulator, { password: value });
    const before = await upPassword(simulator, { ...user, adopt: true });
    simulator.ledger.clear();
    const declared = { ...user, value: next, adopt: true };
    const after = await upPassword(simulator, declared, { before });
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
    expect(simulator.verifyPassword(user.userId, next)).to.equal(true);
    expect(after.outs).not.to.have.property("verified");
    expect(await upPassword(simulator, declared, { before: after })).to.equal(after);
  });

  it("finds that a value that comes later is the one it took over", async () => {
    const user = addUser(simulator, { password: value });
    const before = await upPassword(simulator, { ...user, adopt: true });
    const report = recordReport();
    const { outs } = await upPassword(simulator, { ...user, value, adopt: true }, { before, report });
    expect(outs).to.include({
      fingerprint: await fingerprint(value, user),
      appliedAt: before.outs.appliedAt,
    });
    expect(report.infos.join()).to.contain("The value already is the user's password");
  });

  it("holds a value that comes later to the policy at preview", async () => {
    const user = addUser(simulator, { password: value });
    const before = await upPassword(simulator, { ...user, value, adopt: true });
    const reads = createRunReads(transportTo(simulator));
    const later = upPassword(simulator, { ...user, value: "weak", adopt: true }, { before, reads });
    expect((await refusalOf(Error, later)).message).to.contain(
      'value does not satisfy the policy "Standard"',
    );
    expect(writes()).to.deep.equal([]);
  });

  it("asks for another password once forceChange is added, and not before", async () => {
    const user = addUser(simulator, { password: value });
    const before = await upPassword(simulator, { ...user, adopt: true });
    const { outs } = await upPassword(simulator, { ...user, adopt: true, forceChange: true }, { before });
    expect(outs).to.include({ status: "MUST_CHANGE_PASSWORD", forceChange: true });
    expect(writes()).to.deep.equal([]);
  });

  for (const [what, later, isOutside] of [
    ["obeys", "OK", false],
    ["is given another one to change", "MUST_CHANGE_PASSWORD", true],
  ] as const) {
    it(`counts it ${isOutside ? "as" : "as no"} change outside when a user who has to choose a password ${what}`, async () => {
      const user = addUser(simulator, { password: value, forceChange: true });
      const stored = await upPassword(simulator, { ...user, adopt: true });
      simulator.advance(60_000);
      await changeOutside(simulator, user.userId, next, later === "MUST_CHANGE_PASSWORD");
      const report = recordReport();
      const found = await refresh(userPassword(createSession(simulator)), stored, report);
      expect(found?.outs).to.include({ status: later, externallyChanged: isOutside });
      expect(report.warnings).to.have.length(isOutside ? 1 : 0);
    });
  }

  it("takes over another user's as well, when the resource is his from now on", async () => {
    const alice = addUser(simulator, { password: value });
    const bob = addUser(simulator, { username: "bob", password: next });
    const before = await upPassword(simulator, { ...alice, adopt: true });
    const { id, outs } = await upPassword(simulator, { ...bob, adopt: true }, { before });
    expect(id).to.equal(`${bob.environmentId}/${bob.userId}`);
    expect(outs).to.include({ fingerprint: "adopted", appliedAt: changedAt(bob.userId) });
    expect(writes()).to.deep.equal([]);
  });
});
