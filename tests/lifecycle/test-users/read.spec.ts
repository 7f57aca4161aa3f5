import { expect } from "chai";
import { PingOneApiError, PingOneError } from "../../../provider/errors";
import { testUsers } from "../../../provider/lifecycle/test-users";
import { operations } from "../../../provider/operations";
import { refusalOf } from "../../errors/refusal-of";
import { changeOutside } from "../../helpers/outside";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, withSimulator } from "../../helpers/with-simulator";
import { accountsOf, idOf, password, refreshUsers, type StoredUsers, takeCalls, upUsers } from "./up-users";

withSimulator("TestUsers read", (simulator) => {
  const rows = {
    alice: { email: "alice@example.com", enabled: true, value: password(1) },
    bob: { value: password(2) },
    carol: {},
  };
  const send = () => transportTo(simulator);
  const ref = (stored: StoredUsers, username: string) => ({
    environmentId: simulator.environmentId,
    userId: idOf(stored, username),
  });
  async function refreshed(before: StoredUsers) {
    takeCalls(simulator);
    const report = recordReport();
    const found = await refreshUsers(simulator, before, report);
    return { found, warnings: report.warnings, made: takeCalls(simulator) };
  }

  it("finds nothing new with one call a page", async () => {
    const before = await upUsers(simulator, rows);
    const { found, warnings, made } = await refreshed(before);
    expect(found.outs).to.deep.equal(before.outs);
    expect([warnings, made]).to.deep.equal([[], { listUsers: 1 }]);
  });

  it("reads page by page", async () => {
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`user-${index}`, {}]));
    const before = await upUsers(simulator, many);
    const { found, made } = await refreshed(before);
    expect(found.outs).to.deep.equal(before.outs);
    expect(made).to.deep.equal({ listUsers: 3 });
  });

  it("misses who is gone, and the next up creates them again", async () => {
    const before = await upUsers(simulator, rows);
    await send()(operations.deleteUser, ref(before, "bob"));
    const { found, warnings } = await refreshed(before);
    expect(warnings).to.deep.equal([
      "1 user is gone from PingOne (bob): with the next pulumi up it is created again.",
    ]);
    takeCalls(simulator);
    const after = await upUsers(simulator, rows, {}, { before: found });
    expect(takeCalls(simulator)).to.deep.equal({ createUser: 1 });
    expect(simulator.verifyPassword(idOf(after, "bob"), password(2))).to.equal(true);
    expect(accountsOf(after)["alice"]).to.deep.equal(accountsOf(before)["alice"]);
  });

  it("is there without any user", async () => {
    const before = await upUsers(simulator, rows);
    for (const username of Object.keys(rows)) {
      await send()(operations.deleteUser, ref(before, username));
    }
    const { found } = await refreshed(before);
    expect(found.outs.accounts).to.deep.equal({});
    expect(Object.keys((await upUsers(simulator, rows, {}, { before: found })).outs.accounts)).to.have.length(
      3,
    );
  });

  it("finds what was changed of what is declared, and keeps it in mind through a second refresh", async () => {
    const before = await upUsers(simulator, rows);
    await send()(operations.updateUser, { ...ref(before, "alice"), email: "mallory@example.com" });
    await send()(operations.updateUserEnabled, { ...ref(before, "alice"), enabled: false });
    await send()(operations.updateUser, { ...ref(before, "bob"), username: "robert" });
    const { found, warnings } = await refreshed(before);
    expect(warnings).to.deep.equal([
      "2 users are changed outside this stack (alice, bob): with the next pulumi up they are changed back.",
    ]);
    const again = await refreshed(found);
    expect(again.found.outs).to.deep.equal(found.outs);
    expect(again.warnings).to.deep.equal([]);
    const after = await upUsers(simulator, rows, {}, { before: again.found });
    expect(after.outs).to.deep.equal(before.outs);
    expect(simulator.readUser(idOf(before, "alice"))).to.include({
      email: "alice@example.com",
      enabled: true,
    });
    expect(simulator.readUser(idOf(before, "bob"))?.username).to.equal("bob");
  });

  it("finds a move to another population", async () => {
    const [here, there = ""] = ["Here", "There"].map((name) => simulator.createPopulation({ name }));
    const before = await upUsers(simulator, { alice: { population: "Here" } });
    await send()(operations.updateUserPopulation, { ...ref(before, "alice"), populationId: there });
    const { found } = await refreshed(before);
    await upUsers(simulator, { alice: { population: "Here" } }, {}, { before: found });
    expect(simulator.readUser(idOf(before, "alice"))?.populationId).to.equal(here);
  });

  it("does not look at what is not declared", async () => {
    const before = await upUsers(simulator, rows);
    const population = simulator.createPopulation({ name: "Staff" });
    await send()(operations.updateUser, {
      ...ref(before, "carol"),
      email: "c@example.com",
      name: { given: "C" },
    });
    await send()(operations.updateUserPopulation, { ...ref(before, "carol"), populationId: population });
    await send()(operations.updateUserEnabled, { ...ref(before, "carol"), enabled: false });
    const { found, warnings } = await refreshed(before);
    expect(found.outs).to.deep.equal(before.outs);
    expect(warnings).to.deep.equal([]);
  });

  it("finds whom it adopted, and who lost the mark, one by one", async () => {
    addUser(simulator, { username: "zoe" });
    const before = await upUsers(simulator, { ...rows, zoe: {} }, { adopt: true });
    await send()(operations.updateUser, { ...ref(before, "carol"), externalId: "HR-1" });
    const { found, made } = await refreshed(before);
    expect(found.outs).to.deep.equal(before.outs);
    expect(made).to.deep.equal({ listUsers: 1, readUser: 2 });
  });

  it("misses whom it adopted when that one is gone", async () => {
    addUser(simulator, { username: "zoe" });
    const before = await upUsers(simulator, { zoe: {} }, { adopt: true });
    await send()(operations.deleteUser, ref(before, "zoe"));
    expect((await refreshed(before)).found.outs.accounts).to.deep.equal({});
  });

  it("fails where users cannot be read, and forgets none of them", async () => {
    const before = await upUsers(simulator, rows);
    simulator.failNext("listUsers", { status: 403 });
    await refusalOf(PingOneApiError, refreshUsers(simulator, before));
  });

  it("cannot be had without the stack that declares the users", async () => {
    const get = testUsers(createSession(simulator)).read("pulumi:p/s/n", {}, recordReport());
    expect((await refusalOf(PingOneError, get)).message).to.contain("cannot be looked up");
  });

  describe("with the passwords", () => {
    const option = { refreshPasswords: true };

    it("reads the state of each, and finds nothing new", async () => {
      const before = await upUsers(simulator, rows, option);
      const { found, warnings, made } = await refreshed(before);
      expect(found.outs).to.deep.equal(before.outs);
      expect(warnings).to.deep.equal([]);
      expect(made).to.deep.equal({ listUsers: 1, readPasswordState: 3 });
    });

    it("tells whose passwords of ours were changed outside, and leaves them", async () => {
      const before = await upUsers(
        simulator,
        { ...rows, dave: { value: password(4), forceChange: true } },
        option,
      );
      simulator.advance(60_000);
      for (const username of ["alice", "carol", "dave"]) {
        await changeOutside(simulator, idOf(before, username), "Outside-Pass.99");
      }
      const { found, warnings } = await refreshed(before);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain("The passwords of 1 user were changed outside this stack (alice)");
      expect(accountsOf(found)["carol"]?.status).to.equal("OK");
      expect(accountsOf(found)["alice"]?.lastChangedAt).to.equal(
        simulator.readUser(idOf(before, "alice"))?.password.lastChangedAt,
      );
      takeCalls(simulator);
      const same = { ...rows, dave: { value: password(4), forceChange: true } };
      expect(await upUsers(simulator, same, option, { before: found })).to.equal(found);
      expect(takeCalls(simulator)).to.deep.equal({});
    });

    it("says nothing of a password that it sees for the first time", async () => {
      addUser(simulator, { username: "zoe", password: "Old-Pass.word-7" });
      const before = await upUsers(simulator, { zoe: {} }, { ...option, adopt: true });
      const { found, warnings } = await refreshed(before);
      expect(warnings).to.deep.equal([]);
      expect(accountsOf(found)["zoe"]?.status).to.equal("OK");
    });

    it("begins when the option is given, without a call", async () => {
      const before = await upUsers(simulator, rows);
      takeCalls(simulator);
      const after = await upUsers(simulator, rows, option, { before });
      expect(takeCalls(simulator)).to.deep.equal({});
      expect((await refreshed(after)).made).to.include({ readPasswordState: 3 });
    });
  });
});
