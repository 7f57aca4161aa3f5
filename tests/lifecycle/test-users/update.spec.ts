import { expect } from "chai";
import { PingOneError } from "../../../provider/errors";
import { testUsers } from "../../../provider/lifecycle/test-users";
import { operations } from "../../../provider/operations";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, withSimulator } from "../../helpers/with-simulator";
import { accountsOf, idOf, password, refreshUsers, takeCalls, upUsers, usersAt } from "./up-users";

withSimulator("TestUsers update", (simulator) => {
  const rows = {
    alice: { email: "alice@example.com", name: { given: "Alice" }, value: password(1) },
    bob: { value: password(2) },
    carol: {},
  };

  async function change(next: Parameters<typeof upUsers>[1], first: typeof next = rows) {
    const before = await upUsers(simulator, first);
    takeCalls(simulator);
    const stored = await upUsers(simulator, next, {}, { before });
    const made = takeCalls(simulator);
    // Whatever an update does, the next one finds nothing to do, and so does a refresh.
    expect(await upUsers(simulator, next, {}, { before: stored })).to.equal(stored);
    const report = recordReport();
    expect((await refreshUsers(simulator, stored, report)).outs).to.deep.equal(stored.outs);
    expect(report.warnings).to.deep.equal([]);
    return { before, stored, made };
  }

  it("changes only what differs, with one call for each kind of it", async () => {
    const population = simulator.createPopulation({ name: "Staff" });
    const { before, stored, made } = await change({
      ...rows,
      alice: { email: "new@example.com", name: { given: "Alice" }, value: password(1) },
      carol: { population, enabled: false },
    });
    expect(made).to.deep.equal({ updateUser: 1, updateUserPopulation: 1, updateUserEnabled: 1 });
    expect(simulator.readUser(idOf(stored, "carol"))).to.include({
      populationId: population,
      enabled: false,
    });
    expect(simulator.readUser(idOf(stored, "alice"))?.email).to.equal("new@example.com");
    expect(accountsOf(stored)["bob"]).to.deep.equal(accountsOf(before)["bob"]);
  });

  it("sets another password, and asks for another one with it", async () => {
    const { stored, made } = await change({ ...rows, bob: { value: password(3), forceChange: true } });
    expect(made).to.deep.equal({ listPopulations: 1, listPasswordPolicies: 1, setPassword: 1 });
    expect(simulator.verifyPassword(idOf(stored, "bob"), password(3))).to.equal(true);
    expect(accountsOf(stored)["bob"]).to.include({ status: "MUST_CHANGE_PASSWORD" });
  });

  it("asks for another password alone, once", async () => {
    const { stored, made } = await change({ ...rows, bob: { value: password(2), forceChange: true } });
    expect(made).to.deep.equal({ forcePasswordChange: 1 });
    const later = await upUsers(simulator, rows, {}, { before: stored });
    expect(
      await upUsers(simulator, { ...rows, bob: { ...rows.bob, forceChange: true } }, {}, { before: later }),
    ).to.equal(later);
  });

  it("asks nobody for another password who has none", async () => {
    const { made } = await change({ ...rows, carol: { forceChange: true } });
    expect(made).to.deep.equal({});
  });

  it("makes no call for what is managed no longer, and looks at it no longer", async () => {
    const population = simulator.createPopulation({ name: "Staff" });
    const { before, stored, made } = await change(
      { ...rows, carol: {} },
      { ...rows, carol: { population, enabled: false } },
    );
    expect(made).to.deep.equal({});
    expect(simulator.readUser(idOf(stored, "carol"))).to.include({
      populationId: population,
      enabled: false,
    });
    const user = { environmentId: simulator.environmentId, userId: idOf(before, "carol") };
    await transportTo(simulator)(operations.updateUserEnabled, { ...user, enabled: true });
    expect((await refreshUsers(simulator, stored)).outs).to.deep.equal(stored.outs);
  });

  it("enables whom somebody disabled, once that is declared", async () => {
    const before = await upUsers(simulator, rows);
    const user = { environmentId: simulator.environmentId, userId: idOf(before, "carol") };
    await transportTo(simulator)(operations.updateUserEnabled, { ...user, enabled: false });
    await upUsers(simulator, { ...rows, carol: { enabled: true } }, {}, { before });
    expect(simulator.readUser(user.userId)?.enabled).to.equal(true);
  });

  it("leaves at PingOne what is taken out of a row", async () => {
    const { stored } = await change({ ...rows, alice: { value: password(1) } });
    expect(simulator.readUser(idOf(stored, "alice"))).to.deep.include({
      email: "alice@example.com",
      name: { given: "Alice" },
    });
  });

  it("removes who is not declared any more", async () => {
    const { alice, bob } = rows;
    const { made } = await change({ alice, bob });
    expect(made).to.deep.equal({ deleteUser: 1 });
    expect((await usersAt(simulator)).map(({ username }) => username)).to.deep.equal(["alice", "bob"]);
  });

  it("leaves who was there before when the row goes", async () => {
    const { userId } = addUser(simulator, { username: "zoe" });
    const before = await upUsers(simulator, { ...rows, zoe: {} }, { adopt: true });
    const report = recordReport();
    takeCalls(simulator);
    const stored = await upUsers(simulator, rows, { adopt: true }, { before, report });
    expect(report.infos).to.deep.equal(["3 users declared: 1 left as they were found (zoe)."]);
    expect(takeCalls(simulator)).to.deep.equal({});
    expect(accountsOf(stored)).not.to.have.property("zoe");
    expect(simulator.readUser(userId)?.username).to.equal("zoe");
  });

  it("renames a user whose case is another, and keeps password and id", async () => {
    const { bob, ...others } = rows;
    const { before, stored, made } = await change({ ...others, BOB: bob });
    expect(made).to.deep.equal({ updateUser: 1 });
    expect(idOf(stored, "BOB")).to.equal(idOf(before, "bob"));
    expect(Object.keys(stored.outs.accounts)).to.have.members(["alice", "BOB", "carol"]);
  });

  it("puts back what was changed outside, after a refresh", async () => {
    const before = await upUsers(simulator, rows);
    const user = { environmentId: simulator.environmentId, userId: idOf(before, "alice") };
    await transportTo(simulator)(operations.updateUser, {
      ...user,
      username: "mallory",
      name: { given: "M", family: "M" },
    });
    const found = await refreshUsers(simulator, before);
    takeCalls(simulator);
    const stored = await upUsers(simulator, rows, {}, { before: found });
    expect(takeCalls(simulator)).to.deep.equal({ updateUser: 1 });
    expect(stored.outs).to.deep.equal(before.outs);
    expect(simulator.readUser(user.userId)).to.deep.include({
      username: "alice",
      name: { given: "Alice", family: "M" },
    });
  });

  it("does not take one of its users for two when one was renamed outside", async () => {
    const before = await upUsers(simulator, rows);
    const user = { environmentId: simulator.environmentId, userId: idOf(before, "alice") };
    await transportTo(simulator)(operations.updateUser, { ...user, username: "dave" });
    const error = await refusalOf(PingOneError, upUsers(simulator, { ...rows, dave: {} }, {}, { before }));
    expect(error.message).to.contain('The username "dave" is that of "alice" of this resource');
  });

  it("moves nothing while a password is missing that was to reach the step", async () => {
    const before = await upUsers(simulator, rows);
    const inputs = { ...before.inputs, fingerprints: "x".repeat(36) };
    takeCalls(simulator);
    const update = testUsers(createSession(simulator)).update(
      before.id,
      before.outs,
      inputs as never,
      recordReport(),
    );
    expect((await refusalOf(PingOneError, update)).message).to.contain(
      "The password did not reach this step",
    );
    expect(takeCalls(simulator)).to.deep.equal({});
  });
});
