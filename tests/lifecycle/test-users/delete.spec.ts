import { expect } from "chai";
import { PingOneError } from "../../../provider/errors";
import { createLivingUsers } from "../../../provider/lifecycle";
import { testUsers } from "../../../provider/lifecycle/test-users";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport } from "../../helpers/session";
import { addUser, withSimulator } from "../../helpers/with-simulator";
import { idOf, password, type StoredUsers, takeCalls, upUsers, usersAt } from "./up-users";

withSimulator("TestUsers delete", (simulator) => {
  const rows = { alice: { value: password(1) }, bob: { value: password(2) } };

  async function destroy({ id, outs }: StoredUsers, livingUsers = createLivingUsers()) {
    const report = recordReport();
    await testUsers(createSession(simulator, { livingUsers })).delete(id, outs, report);
    return report.infos;
  }

  it("removes its users with one call each, and nobody else", async () => {
    addUser(simulator, { username: "stranger" });
    const stored = await upUsers(simulator, rows);
    takeCalls(simulator);
    expect(await destroy(stored)).to.deep.equal([]);
    expect(takeCalls(simulator)).to.deep.equal({ listUsers: 1, deleteUser: 2 });
    expect((await usersAt(simulator)).map(({ username }) => username)).to.deep.equal(["stranger"]);
  });

  it("leaves whom it adopted, and says so", async () => {
    const { userId } = addUser(simulator, { username: "zoe" });
    const stored = await upUsers(simulator, { ...rows, zoe: {} }, { adopt: true });
    expect(await destroy(stored)).to.deep.equal([
      "1 user was there before this stack took over: left in PingOne.",
    ]);
    expect(simulator.readUser(userId)?.username).to.equal("zoe");
  });

  it("removes whom a run that broke off had created, of whom no state knows", async () => {
    const stored = await upUsers(simulator, rows);
    await upUsers(simulator, { ...rows, carol: {} }, {}, { before: stored });
    await destroy(stored);
    expect(await usersAt(simulator)).to.deep.equal([]);
  });

  it("takes who is gone for removed, and a lost answer for what it is", async () => {
    const stored = await upUsers(simulator, rows);
    await destroy(stored);
    await destroy(stored);
    const again = await upUsers(simulator, rows);
    simulator.failNext("deleteUser", { drop: "after" });
    await destroy(again);
    expect(await usersAt(simulator)).to.deep.equal([]);
  });

  it("tells who is left, and the next run removes them", async () => {
    const stored = await upUsers(simulator, rows);
    simulator.failNext("deleteUser", { status: 400, body: { id: "1", code: "INVALID_DATA", message: "no" } });
    const { message } = await refusalOf(PingOneError, destroy(stored));
    expect(message).to.contain("deleteUser failed: 400").and.to.contain("the next run does the rest");
    expect(await usersAt(simulator)).to.have.length(1);
    await destroy(stored);
    expect(await usersAt(simulator)).to.deep.equal([]);
  });

  it("ends early where rights are missing", async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`user-${index}`, {}]));
    const stored = await upUsers(simulator, many);
    takeCalls(simulator);
    simulator.failNext("deleteUser", { status: 403 }, 100);
    const { message } = await refusalOf(PingOneError, destroy(stored));
    expect(message.split("deleteUser failed: 403")).to.have.length(2);
    expect(takeCalls(simulator)).to.deep.equal({ listUsers: 1, deleteUser: 3 });
  });

  it("leaves users whom the same run has taken over, as a replacement or a taint does", async () => {
    const stored = await upUsers(simulator, rows);
    const livingUsers = createLivingUsers();
    const created = await upUsers(simulator, rows, {}, { livingUsers });
    takeCalls(simulator);
    await destroy(stored, livingUsers);
    expect(takeCalls(simulator)).to.deep.equal({});
    expect(created.outs).to.deep.equal(stored.outs);
  });

  it("removes the users of another environment, when that is replaced", async () => {
    const before = await upUsers(simulator, rows);
    const environmentId = simulator.createEnvironment();
    const after = await upUsers(simulator, rows, { environmentId }, { before });
    expect(simulator.readUser(idOf(before, "alice"))).to.equal(undefined);
    expect(simulator.readUser(idOf(after, "alice"))?.environmentId).to.equal(environmentId);
  });
});
