import { expect } from "chai";
import { PingOneApiError, PingOneError } from "../../../provider/errors";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { breakAfter } from "../user-password/break-after";
import { OWNER, refOf, upUser } from "./up-user";

withSimulator("User create, for a username that is taken", (simulator) => {
  it("takes over its own when the state was lost, and changes what differs", async () => {
    const first = await upUser(simulator, { email: "alice@example.com", name: { given: "Alice" } });
    simulator.ledger.clear();
    const report = recordReport();
    const second = await upUser(
      simulator,
      { email: "alina@example.com", name: { given: "Alice" } },
      { report },
    );
    expect(calls(simulator)).to.deep.equal(["createUser", "listUsers", "updateUser"]);
    expect(second.id).to.equal(first.id);
    expect(second.outs).to.deep.equal({ ...first.outs, email: "alina@example.com" });
    expect(report.infos).to.deep.equal([
      'Took over the user "alice", whom this resource had created already.',
    ]);
  });

  it("refuses a stranger, and names the username and both ways out", async () => {
    const { userId } = addUser(simulator, { email: "alice@example.com" });
    const error = await refusalOf(PingOneError, upUser(simulator, { email: "mine@example.com" }));
    expect(error.message)
      .to.contain('The username "alice" is taken')
      .and.to.contain(userId)
      .and.to.contain("whom this resource did not create. Give another username, or adopt: true");
    expect(calls(simulator)).to.deep.equal(["createUser", "listUsers"]);
    expect(simulator.readUser(userId)?.email).to.equal("alice@example.com");
  });

  it("names another resource that created the user", async () => {
    await upUser(simulator, { owner: "pulumi:project/stack/old-name" });
    const { message } = await refusalOf(PingOneError, upUser(simulator));
    expect(message).to.contain(
      "whom another resource created (project/stack/old-name; if it was renamed to this one, give it an alias)",
    );
  });

  it("does not take a mark for its own that merely looks like it", async () => {
    await upUser(simulator, { owner: OWNER.toUpperCase() });
    await refusalOf(PingOneError, upUser(simulator));
  });

  it("shows nothing of an externalId that is no mark", async () => {
    for (const owner of ["HR-4711", "pulumi:a\u001b[31m"]) {
      simulator.reset();
      await upUser(simulator, { owner });
      const { message } = await refusalOf(PingOneError, upUser(simulator));
      expect(message).to.contain("whom this resource did not create").and.not.to.contain(owner);
    }
  });

  it("adopts a stranger where the program says so, and changes only what is declared and differs", async () => {
    const { userId } = addUser(simulator, { email: "old@example.com", enabled: false });
    const report = recordReport();
    const args = { username: "Alice", email: "alice@example.com", adopt: true };
    const stored = await upUser(simulator, args, { report });
    expect(calls(simulator)).to.deep.equal(["createUser", "listUsers", "updateUser"]);
    expect(refOf(stored).userId).to.equal(userId);
    expect(stored.outs).to.deep.equal({
      username: "Alice",
      email: "alice@example.com",
      account: { status: "OK", canAuthenticate: false },
      adopted: true,
    });
    expect(report.infos.join()).to.contain('Took over the user "Alice", who was there before');
    expect(simulator.readUser(userId)?.enabled).to.equal(false);
  });

  it("adopts nobody whom another resource created, which would delete that user", async () => {
    await upUser(simulator, { owner: "pulumi:project/stack/User/old-name" });
    const { message } = await refusalOf(PingOneError, upUser(simulator, { adopt: true }));
    expect(message).to.contain("another resource created (project/stack/User/old-name; if it was renamed");
    expect(message).not.to.contain("adopt: true");
  });

  it("adopts a user who is as declared without a change", async () => {
    addUser(simulator, { email: "alice@example.com" });
    await upUser(simulator, { email: "alice@example.com", enabled: true, adopt: true });
    expect(calls(simulator)).to.deep.equal(["createUser", "listUsers"]);
  });

  it("creates whom it was to adopt when there is nobody", async () => {
    const { outs } = await upUser(simulator, { adopt: true });
    expect(calls(simulator)).to.deep.equal(["createUser"]);
    expect(outs).not.to.have.property("adopted");
  });

  it("knows its own also where it might adopt", async () => {
    await upUser(simulator);
    expect((await upUser(simulator, { adopt: true })).outs).not.to.have.property("adopted");
  });

  it("says that the worker may not see the user who has the name", async () => {
    addUser(simulator);
    simulator.failNext("listUsers", { status: 200, body: { _embedded: { users: [] } } });
    const error = await refusalOf(PingOneApiError, upUser(simulator, { adopt: true }));
    expect(error.message).to.contain("PingOne shows no such user").and.to.contain("population");
  });

  it("says what it could not find out", async () => {
    addUser(simulator);
    simulator.failNext("listUsers", { status: 403 });
    const error = await refusalOf(PingOneError, upUser(simulator));
    expect(error.message)
      .to.contain("createUser failed: 400")
      .and.to.contain("listUsers failed: 403")
      .and.to.contain("The next run looks at it first.");
  });
});

withSimulator("User create, without a clear answer", (simulator) => {
  it("finds that the user was created, for all that", async () => {
    simulator.failNext("createUser", { drop: "after" });
    const stored = await upUser(simulator, { email: "alice@example.com" });
    expect(calls(simulator)).to.deep.equal(["createUser", "listUsers"]);
    expect(stored.outs).to.deep.equal({
      username: "alice",
      email: "alice@example.com",
      account: { status: "OK", canAuthenticate: true },
    });
  });

  it("finds it also behind an answer that is not PingOne's", async () => {
    const send = breakAfter(transportTo(simulator), { createUser: new PingOneError("not reached") });
    await refusalOf(PingOneError, upUser(simulator, {}, { send }));
    simulator.failNext("createUser", { status: 201, body: "<html>" });
    expect((await upUser(simulator)).outs.username).to.equal("alice");
  });

  for (const fault of [{ status: 500 }, { drop: "before" as const }]) {
    it(`fails when nobody was created (${JSON.stringify(fault)}), and the next run creates`, async () => {
      simulator.failNext("createUser", fault, 4);
      const error = await refusalOf(PingOneError, upUser(simulator));
      expect(error.message).to.contain('The user "alice" is not there: the next run tries again.');
      expect(calls(simulator)).to.deep.equal(
        Array.from({ length: 4 }, () => ["createUser", "listUsers"]).flat(),
      );
      await upUser(simulator);
    });
  }

  it("does not take a stranger for what was created", async () => {
    addUser(simulator);
    simulator.failNext("createUser", { status: 500 });
    const error = await refusalOf(PingOneError, upUser(simulator));
    expect(error.message).to.contain('The username "alice" is taken').and.to.contain("adopt: true");
  });
});
