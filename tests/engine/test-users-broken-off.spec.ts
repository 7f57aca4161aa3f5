import { expect } from "chai";
import { setTimeout } from "node:timers/promises";
import { itAtLength } from "../helpers/it-at-length";
import { takeCalls, takeWrites } from "../helpers/take-calls";
import { withStack } from "../helpers/with-stack";

const UP = ["up", "--yes", "--skip-preview"];
const USERS = 60;

withStack("TestUsers on the engine, after a run that broke off", ({ simulator, stack, newUser }) => {
  const declare = (users = USERS, more = "", name = "fixture") => {
    stack().setEnv({ VALUE: "Copper-Kettle!71x" });
    stack().program(`
      const users = Array.from({ length: ${users} }, (_, index) => ({
        username: "user-" + index, name: { given: "Given" }, valueFrom: { env: "VALUE" },
      }));
      const fixture = new pingone.TestUsers("${name}", { environmentId: "${simulator().environmentId}", users, ${more} });
      exports.count = fixture.accounts.apply((accounts) => Object.keys(accounts).length);`);
  };
  const created = () =>
    simulator().ledger.entries.filter(({ operation, status }) => operation === "createUser" && status === 201)
      .length;
  const usernames = async () =>
    Object.keys((await stack().resource("fixture")).outputs["accounts"] as object);

  itAtLength("go on where a killed engine left them, and none is there twice", async () => {
    declare();
    simulator().setLatency(200);
    await stack().killed(() => created() > 10, ...UP);
    // Requests that were under way are answered, and the provider has seen that its engine is gone.
    await setTimeout(1500);
    const { "createUser 201": done = 0 } = takeCalls(simulator());
    expect(done).to.be.within(10, USERS - 1);
    simulator().setLatency(0);
    await stack().run("cancel", "--yes");
    await stack().up();
    const writes = takeWrites(simulator());
    expect(writes["createUser 201"]).to.equal(USERS - done);
    expect(writes, "their passwords are recognised").to.include({ "checkPassword 200": done });
    expect(await usernames()).to.have.length(USERS);
    await stack().up("--expect-no-changes");
    expect(takeCalls(simulator())).to.deep.equal({});
    await stack().destroy();
    expect(takeWrites(simulator())).to.deep.equal({ "deleteUser 204": USERS });
  });

  itAtLength("are finished after one Ctrl-C, and all of them are in the state", async () => {
    declare();
    simulator().setLatency(200);
    const output = await stack().interrupted(() => created() > 10, ...UP);
    expect(output).to.contain("update canceled");
    expect(takeWrites(simulator())).to.deep.equal({ "createUser 201": USERS });
    simulator().setLatency(0);
    await stack().up("--expect-no-changes");
    expect(takeCalls(simulator())).to.deep.equal({});
  });

  itAtLength("take over their own with a state that was lost, and nobody else's", async () => {
    declare(3);
    await stack().up();
    await stack().run("stack", "rm", "--yes", "--force", "dev");
    await stack().init();
    newUser({ username: "user-3", externalId: "pulumi:test/dev/another" });
    takeCalls(simulator());
    declare(4);
    expect(await stack().fail(...UP))
      .to.contain("Took over 3 users (user-0, user-1, user-2) whom this resource had created already.")
      .and.to.contain("PingOne did not take 1 user:\n")
      .and.to.contain('"user-3": The username "user-3" is taken')
      .and.to.contain("whom another resource created (test/dev/another; if it was renamed to this one");
    expect(takeWrites(simulator())).to.deep.equal({
      "createUser 400": 1,
      "setPassword 400": 3,
      "checkPassword 200": 3,
    });
    await stack().destroy();
    expect(takeWrites(simulator())).to.deep.equal({ "deleteUser 204": 3 });
  });

  itAtLength("keep their users and passwords through a replacement, and one that fails in part", async () => {
    declare(3);
    await stack().up();
    const before = (await stack().resource("fixture")).outputs["accounts"];
    const { urn } = await stack().resource("fixture");
    takeCalls(simulator());
    await stack().up("--replace", urn);
    expect(takeWrites(simulator())).to.deep.equal({ "setPassword 400": 3, "checkPassword 200": 3 });
    expect((await stack().resource("fixture")).outputs["accounts"]).to.deep.equal(before);

    simulator().failNext("setPassword", {
      status: 400,
      body: { id: "1", code: "INVALID_DATA", message: "" },
    });
    await stack().fail(...UP, "--replace", urn);
    takeCalls(simulator());
    expect(await stack().up()).to.contain("3 users declared: 1 with another password (user-");
    expect(takeWrites(simulator())).to.deep.equal({ "setPassword 400": 1, "checkPassword 200": 1 });
    expect((await stack().resource("fixture")).outputs["accounts"]).to.deep.equal(before);
  });

  itAtLength("stay theirs under another name with an alias", async () => {
    declare(3);
    await stack().up();
    takeCalls(simulator());
    declare(3, "}, { aliases: [{ name: 'fixture' }] ", "renamed");
    await stack().up();
    expect(takeWrites(simulator())).to.deep.equal({});
    expect((await stack().resource("renamed")).inputs).to.include({ owner: "pulumi:test/dev/fixture" });
  });
});
