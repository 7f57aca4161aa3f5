import { expect } from "chai";
import { PartialFailure, PingOneApiError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { deleteUser } from "../../../provider/operations/delete-user";
import type { OperationName } from "../../../simulator";
import { refusalOf } from "../../errors/refusal-of";
import { transportTo } from "../../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../../helpers/with-simulator";
import { declareUser, keptAfter, refOf, upUser } from "./up-user";

withSimulator("User update", (simulator) => {
  const first = { email: "alice@example.com", name: { given: "Alice", family: "Archer" }, enabled: true };
  async function setUp(args: Props = first) {
    const before = await upUser(simulator, args);
    simulator.ledger.clear();
    return before;
  }

  it("makes no call without a change", async () => {
    const before = await setUp();
    expect(await upUser(simulator, first, { before })).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
  });

  const attributes: readonly (readonly [change: Props, body: object])[] = [
    [{ username: "alina" }, { username: "alina" }],
    [{ email: "alina@example.com" }, { email: "alina@example.com" }],
    [{ name: { given: "Alina", family: "Archer" } }, { name: { given: "Alina" } }],
    [
      { username: "alina", email: "alina@example.com", name: { given: "Alice", family: "Baker" } },
      { username: "alina", email: "alina@example.com", name: { family: "Baker" } },
    ],
  ];
  for (const [change, body] of attributes) {
    it(`sends ${JSON.stringify(body)} and nothing else for ${JSON.stringify(change)}`, async () => {
      const before = await setUp();
      const after = await upUser(simulator, { ...first, ...change }, { before });
      expect(calls(simulator)).to.deep.equal(["updateUser"]);
      expect(lastRequest(simulator).body).to.deep.equal(body);
      expect(after.outs).to.deep.equal({ ...before.outs, ...change });
    });
  }

  it("moves the user to another population with one call", async () => {
    const before = await setUp();
    const population = simulator.createPopulation({ name: "Staff" });
    const after = await upUser(simulator, { ...first, population }, { before });
    expect(calls(simulator)).to.deep.equal(["updateUserPopulation"]);
    expect(after.outs).to.deep.equal({ ...before.outs, population });
    expect(simulator.readUser(refOf(after).userId)?.populationId).to.equal(population);
  });

  it("disables and enables the user with one call each", async () => {
    const before = await setUp();
    const disabled = await upUser(simulator, { ...first, enabled: false }, { before });
    expect(disabled.outs.account).to.deep.equal({ status: "OK", canAuthenticate: false });
    const enabled = await upUser(simulator, first, { before: disabled });
    expect(enabled).to.deep.equal(before);
    expect(calls(simulator)).to.deep.equal(["updateUserEnabled", "updateUserEnabled"]);
  });

  it("does not take a locked user, once enabled, for one who can sign on", async () => {
    addUser(simulator, { enabled: false, accountLocked: true });
    const before = await setUp({ adopt: true });
    const after = await upUser(simulator, { enabled: true }, { before });
    expect(after.outs.account).to.deep.equal({ status: "LOCKED", canAuthenticate: false });
  });

  it("manages what is declared later", async () => {
    const before = await setUp({});
    const after = await upUser(simulator, first, { before });
    expect(calls(simulator)).to.deep.equal(["updateUser", "updateUserEnabled"]);
    expect(after.outs).to.deep.include(first);
  });

  it("leaves what is no longer declared as it is at PingOne", async () => {
    const before = await setUp();
    const after = await upUser(simulator, { name: { given: "Alice" } }, { before });
    expect(calls(simulator)).to.deep.equal([]);
    expect(after.outs).to.deep.equal({
      username: "alice",
      name: { given: "Alice" },
      account: { status: "OK", canAuthenticate: true },
    });
    expect(simulator.readUser(refOf(after).userId)?.email).to.equal("alice@example.com");
  });

  it("keeps the steps that were taken before one that fails", async () => {
    const before = await setUp();
    const population = simulator.createPopulation({ name: "Staff" });
    const change = { ...first, email: "alina@example.com", population, enabled: false };
    simulator.failNext("updateUserEnabled", { status: 403 });
    const failure = await refusalOf(PartialFailure, upUser(simulator, change, { before }));
    const kept = keptAfter(failure, declareUser(simulator, change));
    expect(kept.outs).to.deep.equal({ ...before.outs, email: "alina@example.com", population });
    simulator.ledger.clear();
    const after = await upUser(simulator, change, { before: kept });
    expect(calls(simulator)).to.deep.equal(["updateUserEnabled"]);
    expect(after.outs.enabled).to.equal(false);
  });

  it("keeps the old state when the first step fails", async () => {
    const before = await setUp();
    simulator.failNext("updateUser", { status: 403 });
    const change = { ...first, email: "alina@example.com", enabled: false };
    await refusalOf(PingOneApiError, upUser(simulator, change, { before }));
    expect(calls(simulator)).to.deep.equal(["updateUser"]);
  });

  it("sends a step again whose answer was lost", async () => {
    const before = await setUp();
    const lost: OperationName[] = ["updateUser", "updateUserEnabled"];
    for (const operation of lost) {
      simulator.failNext(operation, { drop: "after" });
    }
    const after = await upUser(simulator, { ...first, username: "alina", enabled: false }, { before });
    expect(after.outs).to.include({ username: "alina", enabled: false });
  });

  it("names a username that another user has", async () => {
    const before = await setUp();
    addUser(simulator, { username: "bob" });
    const error = await refusalOf(
      PingOneApiError,
      upUser(simulator, { ...first, username: "bob" }, { before }),
    );
    expect(error.message).to.equal(
      'updateUser failed: the username "bob" is taken by another user of the environment. Give another username.',
    );
  });

  it("says how a user who was deleted outside comes back", async () => {
    const before = await setUp();
    await transportTo(simulator)(deleteUser, refOf(before));
    const error = await refusalOf(
      PingOneApiError,
      upUser(simulator, { ...first, enabled: false }, { before }),
    );
    expect(error.message).to.contain("is created again by pulumi up --refresh");
  });

  it("keeps the mark of a resource that was renamed by an alias", async () => {
    const before = await setUp();
    const after = await upUser(simulator, { ...first, owner: "pulumi:project/stack/new" }, { before });
    expect(after).to.equal(before);
    expect(calls(simulator)).to.deep.equal([]);
  });
});
