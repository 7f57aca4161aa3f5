import { expect } from "chai";
import { PingOneApiError, PingOneError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { user } from "../../../provider/lifecycle/user";
import { operations } from "../../../provider/operations";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { carried, refresh } from "../bring-up";
import { refOf, type StoredUser, upUser } from "./up-user";

withSimulator("User read", (simulator) => {
  const declared = { email: "alice@example.com", name: { given: "Alice" }, enabled: true };
  async function setUp(args: Props = declared) {
    const stored = await upUser(simulator, args);
    simulator.ledger.clear();
    return stored;
  }
  const read = async (stored: StoredUser) =>
    (await refresh(user(createSession(simulator)), stored)) ?? expect.fail("gone");
  const get = (id: string) => user(createSession(simulator)).read(id, {}, recordReport());
  const send = () => transportTo(simulator);

  it("finds nothing new with one call", async () => {
    const stored = await setUp();
    expect(await read(stored)).to.deep.equal(stored);
    expect(calls(simulator)).to.deep.equal(["readUser"]);
  });

  it("finds what was changed outside of what is declared, and the next up puts it back", async () => {
    const stored = await setUp();
    const ref = refOf(stored);
    await send()(operations.updateUser, { ...ref, username: "mallory", name: { given: "M", family: "M" } });
    await send()(operations.updateUserEnabled, { ...ref, enabled: false });
    const found = await read(stored);
    expect(found.outs).to.deep.equal({
      ...stored.outs,
      username: "mallory",
      name: { given: "M" },
      enabled: false,
      account: { status: "OK", canAuthenticate: false },
    });
    simulator.ledger.clear();
    expect(await upUser(simulator, declared, { before: found })).to.deep.equal(stored);
    expect(calls(simulator)).to.deep.equal(["updateUser", "updateUserEnabled"]);
    const { name } = await send()(operations.readUser, ref);
    expect(name).to.deep.equal({ given: "Alice", family: "M" });
  });

  it("finds what was taken away outside, and the next up puts it back", async () => {
    const stored = await setUp();
    await send()(operations.updateUser, { ...refOf(stored), email: null, name: { given: null } });
    const found = await read(await read(stored));
    expect(found.outs).to.deep.include({ email: "", name: { given: "" } });
    expect(await upUser(simulator, declared, { before: found })).to.deep.equal(stored);
  });

  it("does not look at what is not declared", async () => {
    const stored = await setUp({});
    const population = simulator.createPopulation({ name: "Staff" });
    const ref = refOf(stored);
    await send()(operations.updateUser, { ...ref, email: "outside@example.com", name: { given: "Other" } });
    await send()(operations.updateUserPopulation, { ...ref, populationId: population });
    await send()(operations.updateUserEnabled, { ...ref, enabled: false });
    const found = await read(stored);
    expect(found.outs).to.deep.equal({
      username: "alice",
      account: { status: "OK", canAuthenticate: false },
    });
    simulator.ledger.clear();
    await upUser(simulator, {}, { before: found });
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("finds a move to another population", async () => {
    const [here, there] = ["Here", "There"].map((name) => simulator.createPopulation({ name }));
    const stored = await setUp({ population: here });
    await send()(operations.updateUserPopulation, { ...refOf(stored), populationId: there ?? "" });
    const found = await read(stored);
    expect(found.outs.population).to.equal(there);
    expect(await upUser(simulator, { population: here }, { before: found })).to.deep.equal(stored);
  });

  it("brings a lock into the state, which is no change", async () => {
    const stored = await setUp();
    await send()(operations.lockAccount, refOf(stored));
    const found = await read(stored);
    expect(found.outs.account).to.deep.equal({ status: "LOCKED", canAuthenticate: false });
    simulator.ledger.clear();
    await upUser(simulator, declared, { before: found });
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("keeps that a user was adopted", async () => {
    addUser(simulator);
    expect((await read(await setUp({ adopt: true }))).outs.adopted).to.equal(true);
  });

  it("knows that the user is gone, and the next up creates another", async () => {
    const stored = await setUp();
    await send()(operations.deleteUser, refOf(stored));
    expect(await refresh(user(createSession(simulator)), stored)).to.equal(undefined);
    expect((await upUser(simulator, declared)).id).not.to.equal(stored.id);
  });

  it("does not take a refusal for gone", async () => {
    const stored = await setUp();
    simulator.failNext("readUser", { status: 403 });
    expect((await refusalOf(PingOneApiError, read(stored))).status).to.equal(403);
  });

  it("answers a user to get, without managing it", async () => {
    const population = simulator.createPopulation({ name: "Staff" });
    const stored = await setUp({ email: "alice@example.com", name: { family: "Archer" }, population });
    expect(carried(await get(stored.id))).to.deep.equal({
      username: "alice",
      email: "alice@example.com",
      name: { given: "", family: "Archer" },
      population,
      enabled: true,
      account: { status: "OK", canAuthenticate: true },
    });
  });

  it("fails to get a user that does not exist, where the engine would answer nothing", async () => {
    const { environmentId, userId } = unknownUser(simulator);
    const error = await refusalOf(PingOneApiError, get(`${environmentId}/${userId}`));
    expect(error).to.include({ status: 404, code: "NOT_FOUND" });
  });

  it("refuses an id of another form before any call", async () => {
    expect((await refusalOf(PingOneError, get("alice"))).message).to.contain(
      'The id "alice" is not of the form',
    );
    expect(calls(simulator)).to.deep.equal([]);
  });
});
