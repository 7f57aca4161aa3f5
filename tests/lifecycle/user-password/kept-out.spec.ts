import { expect } from "chai";
import { PartialFailure, PingOneApiError } from "../../../provider/errors";
import { createRunReads } from "../../../provider/lifecycle/run-reads";
import { userPassword } from "../../../provider/lifecycle/user-password";
import type { UserRef } from "../../../provider/operations";
import type { SeedUser } from "../../../simulator";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, laxReads, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { bringUp } from "../bring-up";
import { lockOut } from "../lock-out";
import { type StoredPassword, upPassword } from "./up-password";

const value = "New-Secret.43";
const DISABLED =
  "The password is set, but nobody can sign on with it. The user is disabled: enable it in PingOne, or leave it out of the program.";

withSimulator("UserPassword of a user who cannot sign on", (simulator) => {
  /** Brings up one password in a process of its own, as an update does. */
  async function up(user: UserRef, declared: object = { value }, before?: StoredPassword) {
    const report = recordReport();
    const reads = createRunReads(transportTo(simulator));
    const run = { before, report, reads, isPreview: false };
    const stored = await upPassword(simulator, { ...user, ...declared }, run);
    return { stored, warnings: report.warnings };
  }

  async function warningsFor(attributes: Partial<SeedUser>): Promise<string[]> {
    const user = addUser(simulator, attributes);
    const { warnings } = await up(user);
    expect(simulator.verifyPassword(user.userId, value), "the password is set all the same").to.equal(true);
    return warnings;
  }

  it("says that the user is disabled, and what to do", async () => {
    expect(await warningsFor({ enabled: false })).to.deep.equal([DISABLED]);
    expect(calls(simulator)).to.deep.equal(["setPassword", "listUsers"]);
  });

  it("says nothing of a user who is enabled while others are not", async () => {
    addUser(simulator, { username: "bob", enabled: false });
    expect(await warningsFor({})).to.deep.equal([]);
  });

  it("reads no user, so that a locked account is not told here", async () => {
    expect(await warningsFor({ accountLocked: true })).to.deep.equal([]);
    expect(calls(simulator)).to.deep.equal(["setPassword", "listUsers"]);
  });

  it("says nothing of a lockout that the set has ended", async () => {
    const user = addUser(simulator, { password: "First-Secret.42" });
    await lockOut(simulator, user);
    expect((await up(user)).warnings).to.deep.equal([]);
  });

  it("asks with one list for all users of a run, and warns of each who is disabled", async () => {
    const session = createSession(simulator, { isPreview: () => false });
    const lifecycle = userPassword(session);
    const users = Array.from({ length: 20 }, (_none, index) => ({
      user: addUser(simulator, { username: `user-${index}`, enabled: index % 2 === 1 }),
      report: recordReport(`urn:${index}`),
    }));
    await Promise.all(
      users.map(({ user, report }) =>
        bringUp(lifecycle, { ...user, value, fingerprint: "" }, undefined, report),
      ),
    );
    expect(users.map(({ report }) => report.warnings)).to.deep.equal(
      users.map((_one, index) => (index % 2 === 0 ? [DISABLED] : [])),
    );
    expect(calls(simulator).filter((name) => name !== "setPassword")).to.deep.equal(["listUsers"]);
    expect(calls(simulator)).to.have.length(21);
  });

  it("says it again when another value is set", async () => {
    const user = addUser(simulator, { enabled: false });
    const { stored } = await up(user);
    const next = await up(user, { value: "Other-Secret.44" }, stored);
    expect(next.warnings).to.deep.equal([DISABLED]);
  });

  it("asks nothing when no value is set", async () => {
    const user = addUser(simulator, { enabled: false });
    const { stored } = await up(user);
    simulator.ledger.clear();
    expect((await up(user, { value, forceChange: true }, stored)).warnings).to.deep.equal([]);
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "forcePasswordChange"]);
  });

  it("asks nothing when the state could not be read after the set: the next run comes back to it", async () => {
    const user = addUser(simulator, { enabled: false });
    simulator.failNext("setPassword", { status: 200, body: "" });
    simulator.failNext("readPasswordState", { status: 403 });
    await refusalOf(PartialFailure, up(user));
    expect(calls(simulator)).to.deep.equal(["setPassword", "readPasswordState"]);
  });

  it("asks nothing when the value is refused", async () => {
    const call = up(addUser(simulator, { enabled: false }), { value: "weak" });
    expect((await refusalOf(PingOneApiError, call)).message).to.contain("unmet rules: ");
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
  });

  for (const status of [401, 403, 404]) {
    it(`counts as set, without a word, when the list is refused with ${status}`, async () => {
      simulator.failNext("listUsers", { status }, 9);
      expect(await warningsFor({ enabled: false })).to.deep.equal([]);
      expect(calls(simulator)).to.include("listUsers");
    });
  }

  it("lets a bug through", async () => {
    const reads = { ...laxReads, disabledUsers: () => Promise.reject(new RangeError("a bug")) };
    await refusalOf(RangeError, upPassword(simulator, { ...addUser(simulator), value }, { reads }));
  });
});
