import { expect } from "chai";
import { PingOneApiError } from "../../../provider/errors";
import { createLivingUsers } from "../../../provider/lifecycle";
import { user } from "../../../provider/lifecycle/user";
import { operations } from "../../../provider/operations";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { refresh } from "../bring-up";
import { refOf, type StoredUser, upUser } from "./up-user";

withSimulator("User delete", (simulator) => {
  async function destroy(
    { id, outs }: StoredUser,
    livingUsers = createLivingUsers(),
    report = recordReport(),
  ): Promise<readonly string[]> {
    await user(createSession(simulator, { livingUsers })).delete(id, outs, report);
    return report.infos;
  }
  const found = (stored: StoredUser) => simulator.readUser(refOf(stored).userId);

  it("deletes the user with one call", async () => {
    const stored = await upUser(simulator);
    simulator.ledger.clear();
    expect(await destroy(stored)).to.deep.equal([]);
    expect(calls(simulator)).to.deep.equal(["deleteUser"]);
    expect(found(stored)).to.equal(undefined);
  });

  it("takes a user who is gone for deleted", async () => {
    const stored = await upUser(simulator);
    await transportTo(simulator)(operations.deleteUser, refOf(stored));
    await destroy(stored);
  });

  it("takes a lost answer for what it is", async () => {
    const stored = await upUser(simulator);
    simulator.failNext("deleteUser", { drop: "after" });
    await destroy(stored);
    expect(found(stored)).to.equal(undefined);
  });

  it("tells PingOne's refusal", async () => {
    const stored = await upUser(simulator);
    simulator.failNext("deleteUser", { status: 403 });
    expect((await refusalOf(PingOneApiError, destroy(stored))).status).to.equal(403);
  });

  it("leaves a user who was there before, and says so", async () => {
    addUser(simulator);
    const stored = await upUser(simulator, { adopt: true, email: "alice@example.com" });
    const later = await upUser(simulator, { email: "alina@example.com" }, { before: stored });
    simulator.ledger.clear();
    expect(await destroy(later)).to.deep.equal([
      'The user "alice" is left in PingOne: it was there before this stack took it over.',
    ]);
    expect(calls(simulator)).to.deep.equal([]);
    expect(found(later)?.username).to.equal("alice");
  });

  it("leaves a user that the same run has taken over, as a replacement does", async () => {
    const stored = await upUser(simulator);
    const livingUsers = createLivingUsers();
    expect((await upUser(simulator, {}, { livingUsers })).id).to.equal(stored.id);
    await destroy(stored, livingUsers);
    expect(found(stored)?.username).to.equal("alice");
  });

  it("leaves it also when a run broke off in between, and the next one deletes", async () => {
    const stored = await upUser(simulator);
    const replaced = await upUser(simulator);
    const livingUsers = createLivingUsers();
    await upUser(simulator, {}, { before: replaced, livingUsers });
    await destroy(stored, livingUsers);
    expect(found(stored)?.username).to.equal("alice");
  });

  it("deletes the old user when the environment is another", async () => {
    const stored = await upUser(simulator);
    const environmentId = simulator.createEnvironment();
    const replaced = await upUser(simulator, { environmentId }, { before: stored });
    expect(found(stored)).to.equal(undefined);
    expect(found(replaced)?.username).to.equal("alice");
  });

  it("deletes whom a refresh has looked at, but no program declares", async () => {
    const stored = await upUser(simulator);
    const livingUsers = createLivingUsers();
    const lifecycle = user(createSession(simulator, { livingUsers }));
    const refreshed = (await refresh(lifecycle, stored)) ?? expect.fail("gone");
    const inputs = { environmentId: simulator.environmentId, username: "alice" };
    await lifecycle.diff(stored.id, refreshed.outs, inputs, recordReport());
    await destroy(refreshed, livingUsers);
    expect(found(stored)).to.equal(undefined);
  });
});
