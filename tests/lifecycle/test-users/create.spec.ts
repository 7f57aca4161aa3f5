import { expect } from "chai";
import { PingOneError } from "../../../provider/errors";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport } from "../../helpers/session";
import { addUser, withSimulator } from "../../helpers/with-simulator";
import {
  accountsOf,
  failUsers,
  idOf,
  OWNER,
  password,
  previewUsers,
  takeCalls,
  upUsers,
  usersAt,
} from "./up-users";

withSimulator("TestUsers create", (simulator) => {
  it("creates each user with its password in one call, marked as its own", async () => {
    const stored = await upUsers(simulator, {
      alice: { email: "alice@example.com", name: { given: "Alice", family: "Archer" }, value: password(1) },
      bob: { enabled: false },
    });
    const reads = { listPopulations: 1, listPasswordPolicies: 1, listUsers: 1 };
    expect(takeCalls(simulator)).to.deep.equal({ ...reads, createUser: 2 });
    expect(stored.id).to.equal(OWNER);
    expect(simulator.verifyPassword(idOf(stored, "alice"), password(1))).to.equal(true);
    expect(simulator.readUser(idOf(stored, "alice"))).to.deep.include({
      externalId: OWNER,
      email: "alice@example.com",
      name: { given: "Alice", family: "Archer" },
    });
    expect(simulator.readUser(idOf(stored, "bob"))?.enabled).to.equal(false);
    const { alice, bob } = accountsOf(stored);
    expect([alice?.status, bob?.status]).to.deep.equal(["OK", "NO_PASSWORD"]);
    expect([alice?.lastChangedAt, bob?.lastChangedAt]).to.deep.equal([
      simulator.readUser(idOf(stored, "alice"))?.password.lastChangedAt,
      undefined,
    ]);
  });

  it("makes users choose another password", async () => {
    const stored = await upUsers(simulator, { alice: { value: password(1), forceChange: true } });
    expect(accountsOf(stored)["alice"]).to.include({ status: "MUST_CHANGE_PASSWORD", forceChange: true });
    expect(simulator.readUser(idOf(stored, "alice"))?.password.status).to.equal("MUST_CHANGE_PASSWORD");
  });

  it("finds populations by name and by id", async () => {
    const here = simulator.createPopulation({ name: "Here" });
    const there = simulator.createPopulation({ name: "There" });
    const stored = await upUsers(simulator, { alice: { population: "Here" }, bob: { population: there } });
    expect(simulator.readUser(idOf(stored, "alice"))?.populationId).to.equal(here);
    expect(simulator.readUser(idOf(stored, "bob"))?.populationId).to.equal(there);
    expect(takeCalls(simulator)).to.deep.include({ listPopulations: 1 });
  });

  it("makes nothing of an empty list", async () => {
    const stored = await upUsers(simulator, {});
    expect(stored.outs.accounts).to.deep.equal({});
    expect(takeCalls(simulator)).to.deep.equal({ listUsers: 1 });
  });

  it("makes no call when nothing has changed", async () => {
    const rows = { alice: { value: password(1), forceChange: true }, bob: { forceChange: true } };
    const before = await upUsers(simulator, rows);
    takeCalls(simulator);
    expect(await upUsers(simulator, rows, {}, { before })).to.equal(before);
    expect(takeCalls(simulator)).to.deep.equal({});
  });
});

withSimulator("TestUsers create, for usernames that are taken", (simulator) => {
  const rows = {
    alice: { email: "alice@example.com", value: password(1) },
    bob: { email: "bob@example.com", value: password(2), forceChange: true },
  };

  it("takes over its own when the state was lost, and recognises their passwords", async () => {
    const first = await upUsers(simulator, rows);
    takeCalls(simulator);
    const report = recordReport();
    const second = await upUsers(simulator, rows, {}, { report });
    const { createUser, updateUser, deleteUser, ...others } = takeCalls(simulator);
    expect([createUser, updateUser, deleteUser]).to.deep.equal([undefined, undefined, undefined]);
    expect(others).to.include({ listUsers: 1, setPassword: 2, checkPassword: 2 });
    expect(second.outs).to.deep.equal(first.outs);
    expect(report.infos).to.include("Took over 2 users (alice, bob) whom this resource had created already.");
  });

  it("are told at preview, with what becomes of them, where the state does not know them", async () => {
    const before = await upUsers(simulator, rows);
    const lost = await previewUsers(simulator, { alice: rows.alice, carol: {} });
    expect(lost.warnings).to.deep.equal([
      `2 users (alice, bob) of this environment carry the mark of this resource (${OWNER}) already: those who are declared are taken over; the others (bob) are removed by the next pulumi up after this one. After a replacement or a lost state that is right. Only if another stack of the same project and stack name made them, give this stack or resource another name.`,
    ]);
    const same = await previewUsers(simulator, rows);
    expect(same.warnings.join()).to.contain(
      "already: they are taken over and become what is declared. After",
    );
    const known = await previewUsers(simulator, rows, {}, { before });
    expect(known.warnings).to.deep.equal([]);
    simulator.failNext("listUsers", { status: 403 });
    const blind = await previewUsers(simulator, rows);
    expect([blind.reasons, blind.warnings]).to.deep.equal([[], []]);
  });

  it("finds its own page by page", async () => {
    const many = Object.fromEntries(Array.from({ length: 230 }, (_, index) => [`user-${index}`, {}]));
    const first = await upUsers(simulator, many);
    takeCalls(simulator);
    const second = await upUsers(simulator, many);
    expect(takeCalls(simulator)).to.deep.equal({ listUsers: 2 });
    expect(Object.keys(second.outs.accounts)).to.deep.equal(Object.keys(first.outs.accounts));
    expect(idOf(second, "user-229")).to.equal(idOf(first, "user-229"));
  });

  it("changes what differs of its own, and spells them as declared", async () => {
    const first = await upUsers(simulator, rows);
    const second = await upUsers(simulator, { ALICE: { email: "new@example.com", value: password(3) } });
    expect(idOf(second, "ALICE")).to.equal(idOf(first, "alice"));
    expect(simulator.readUser(idOf(first, "alice"))).to.include({
      username: "ALICE",
      email: "new@example.com",
    });
    expect(simulator.verifyPassword(idOf(first, "alice"), password(3))).to.equal(true);
  });

  it("keeps its own who are not declared any more, and leaves their removal to the next run, which announces it", async () => {
    await upUsers(simulator, rows);
    takeCalls(simulator);
    const report = recordReport();
    const before = await upUsers(simulator, { alice: rows.alice }, {}, { report });
    expect(takeCalls(simulator)).not.to.have.property("deleteUser");
    expect(report.warnings).to.deep.equal([
      "This resource had created 1 user (bob) who are not declared any more: the next pulumi up removes them.",
    ]);
    const next = recordReport();
    await upUsers(simulator, { alice: rows.alice }, {}, { before, report: next });
    expect(next.infos).to.deep.equal(["1 user declared: 1 removed (bob)."]);
    expect(takeCalls(simulator)).to.deep.equal({ deleteUser: 1 });
  });

  it("refuses a stranger, and names both ways out", async () => {
    addUser(simulator, { email: "old@example.com" });
    const { message, stored } = await failUsers(simulator, rows);
    expect(message)
      .to.contain('PingOne did not take 1 user:\n  "alice": The username "alice" is taken')
      .and.to.contain("or adopt: true");
    expect(Object.keys(stored.outs.accounts)).to.deep.equal(["bob"]);
    expect((await usersAt(simulator))[0]).to.include({ username: "alice", email: "old@example.com" });
  });

  it("adopts a stranger where the program says so", async () => {
    const { userId } = addUser(simulator, { username: "Alice", enabled: false });
    const report = recordReport();
    const stored = await upUsers(simulator, rows, { adopt: true }, { report });
    expect(accountsOf(stored)["alice"]).to.include({ id: userId, isAdopted: true, status: "OK" });
    expect(accountsOf(stored)["bob"]).to.include({ isAdopted: false });
    expect(simulator.readUser(userId)).to.include({
      username: "alice",
      email: "alice@example.com",
      enabled: false,
    });
    expect(simulator.readUser(userId)).not.to.have.property("externalId");
    expect(simulator.verifyPassword(userId, password(1))).to.equal(true);
    expect(report.infos).to.include(
      "Took over 1 user (alice) who were there before: they stay when the resource goes.",
    );
  });

  it("does not take over another resource's users, also in an update", async () => {
    await upUsers(simulator, { alice: {} }, { owner: "pulumi:project/stack/other" });
    const { message } = await failUsers(simulator, rows);
    expect(message).to.contain("whom another resource created (project/stack/other;");
    const before = await upUsers(simulator, { bob: {} });
    const update = await failUsers(simulator, { bob: {}, alice: {} }, {}, { before });
    expect(update.message).to.contain("whom another resource created (project/stack/other;");
  });

  it("takes over in an update whom a run created that broke off", async () => {
    const before = await upUsers(simulator, { bob: {} });
    const lost = await upUsers(simulator, { bob: {}, alice: rows.alice }, {}, { before });
    takeCalls(simulator);
    const again = await upUsers(simulator, { bob: {}, alice: rows.alice }, {}, { before });
    expect(again.outs).to.deep.equal(lost.outs);
    expect(takeCalls(simulator)).to.include({ createUser: 1, setPassword: 1, checkPassword: 1 });
  });

  it("does all others where rights are missing for one, be it the first", async () => {
    simulator.failNext("createUser", { status: 403 });
    const many = Object.fromEntries(Array.from({ length: 20 }, (_none, index) => [`user-${index}`, {}]));
    const { message } = await refusalOf(PingOneError, upUsers(simulator, many));
    expect(message).to.contain("PingOne did not take 1 user").and.to.contain("createUser failed: 403");
    expect(await usersAt(simulator)).to.have.length(19);
  });
});
