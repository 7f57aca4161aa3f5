import { expect } from "chai";
import { operations, type UserRef } from "../../provider/operations";
import { itAtLength } from "../helpers/it-at-length";
import { transportTo } from "../helpers/session";
import { withOneStack, withStack } from "../helpers/with-stack";

const UP = ["up", "--yes", "--skip-preview"];

withOneStack("User and its UserPassword on the engine", ({ simulator, stack, writes }) => {
  const declare = (args: string, more = "") => {
    stack().program(`
      const environmentId = ${JSON.stringify(simulator().environmentId)};
      const alice = new pingone.User("alice", { environmentId, ${args} });
      new pingone.UserPassword("alice-password", {
        environmentId,
        userId: alice.userId,
        value: pulumi.secret("Secret-Word.42"),
      });
      ${more}`);
  };
  const userRef = async (): Promise<UserRef> => {
    const [environmentId = "", userId = ""] = (await stack().resource("alice")).id?.split("/") ?? [];
    return { environmentId, userId };
  };
  beforeEach(() => {
    simulator().ledger.clear();
  });
  const first = 'username: "alice", email: "alice@example.com", name: { given: "Alice" }, enabled: true';

  it("are created with one call each, the user's id unknown at preview", async () => {
    declare(
      first,
      "exports.userId = alice.userId; exports.email = alice.email; exports.account = alice.account;",
    );
    expect(await stack().preview()).to.match(/userId *: \[unknown\]/);
    expect(writes()).to.deep.equal([]);
    await stack().up();
    expect(writes()).to.deep.equal(["createUser 201", "setPassword 200"]);
    const { userId } = await userRef();
    expect(JSON.parse((await stack().run("stack", "output", "--json")).output)).to.deep.equal({
      userId,
      email: "alice@example.com",
      account: { status: "OK", canAuthenticate: true },
    });
    expect(simulator().verifyPassword(userId, "Secret-Word.42")).to.equal(true);
  });

  it("hold each field once in the outputs, and not the mark", async () => {
    const { __provider: _text, ...outputs } = (await stack().resource("alice")).outputs;
    expect(outputs).to.deep.equal({
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice" },
      enabled: true,
      account: { status: "OK", canAuthenticate: true },
    });
  });

  it("have nothing to do without a change", async () => {
    declare(first);
    await stack().up();
    await stack().preview("--expect-no-changes");
    expect(writes()).to.deep.equal([]);
  });

  it("are updated by what differs, and the password is left alone", async () => {
    declare(first.replace("alice@", "alina@"));
    const preview = await stack().preview("--diff");
    expect(preview).to.match(/~ email *: "alice@example.com" => "alina@example.com"/);
    expect(preview).to.contain("1 to update").and.not.to.contain("replace");
    expect(preview).not.to.contain("alice-password");
    await stack().up();
    expect(writes()).to.deep.equal(["updateUser 200"]);
  });

  it("are moved, disabled and renamed with a call each", async () => {
    const population = simulator().createPopulation({ name: "Staff" });
    declare(`username: "alina", email: "alina@example.com", population: "${population}", enabled: false`);
    expect(await stack().up()).to.match(
      /pingone:User alice .*No longer managed, and left as at PingOne: name\.given\./,
    );
    expect(writes()).to.deep.equal(["updateUser 200", "updateUserPopulation 200", "updateUserEnabled 200"]);
    const found = simulator().readUser((await userRef()).userId);
    expect(found).to.include({ username: "alina", populationId: population, enabled: false });
    declare(first);
    await stack().up();
  });

  it("are put back where a refresh finds a change outside", async () => {
    const ref = await userRef();
    const send = transportTo(simulator());
    await send(operations.updateUser, { ...ref, email: "outside@example.com", name: { family: "Other" } });
    declare(first);
    expect(await stack().refresh("--diff")).to.match(
      /~ email *: "alice@example.com" => "outside@example.com"/,
    );
    simulator().ledger.clear();
    await stack().up();
    expect(writes()).to.deep.equal(["updateUser 200"]);
    expect(await send(operations.readUser, ref)).to.deep.include({
      email: "alice@example.com",
      name: { given: "Alice", family: "Other" },
    });
    await stack().preview("--expect-no-changes", "--refresh");
  });

  it("keep the user through a replacement", async () => {
    const { urn } = await stack().resource("alice");
    const before = await userRef();
    expect(await stack().up("--replace", urn)).to.match(
      /pingone:User alice .*Took over the user "alice", whom/,
    );
    expect(await userRef()).to.deep.equal(before);
    expect(writes()).to.deep.equal(["createUser 400"]);
  });

  itAtLength("are shown to get", async () => {
    const { environmentId, userId } = await userRef();
    declare(
      first,
      `const found = pingone.User.get("found", "${environmentId}/${userId}");
       exports.found = [found.environmentId, found.userId, found.username, found.name.apply((name) => name.family)];`,
    );
    await stack().up();
    expect(JSON.parse((await stack().run("stack", "output", "--json", "found")).output)).to.deep.equal([
      environmentId,
      userId,
      "alice",
      "Other",
    ]);
    declare(first, `pingone.User.get("none", "${environmentId}/00000000-0000-4000-8000-000000000000");`);
    expect(await stack().fail(...UP)).to.contain("readUser failed: 404 NOT_FOUND");
  });

  it("are deleted together, also by an up that refreshes first", async () => {
    const { userId } = await userRef();
    stack().program("");
    await stack().up("--refresh");
    expect(writes()).to.deep.equal(["deleteUser 204"]);
    expect(simulator().readUser(userId)).to.equal(undefined);
  });
});

withStack("User on the engine, for a username that is taken", ({ simulator, stack, newUser, writes }) => {
  const declare = (args = "", name = "alice") => {
    const { environmentId } = simulator();
    stack().program(
      `new pingone.User("${name}", { environmentId: "${environmentId}", username: "alice" }, ${args || "{}"});`,
    );
  };
  const adopt = (email: string) => {
    const { environmentId } = simulator();
    stack().program(
      `new pingone.User("alice", { environmentId: "${environmentId}", username: "alice", email: "${email}", adopt: true });`,
    );
  };

  it("fails for a stranger, adopts where it may, and leaves the user at the end", async () => {
    const userId = newUser({ username: "alice", email: "old@example.com" });
    declare();
    expect(await stack().fail(...UP))
      .to.contain('The username "alice" is taken')
      .and.to.contain("Give another username, or adopt: true");
    simulator().ledger.clear();
    adopt("alice@example.com");
    await stack().up();
    expect(writes()).to.deep.equal(["createUser 400", "updateUser 200"]);
    expect(await stack().destroy()).to.contain('The user "alice" is left in PingOne');
    expect(simulator().readUser(userId)?.email).to.equal("alice@example.com");
  });

  it("takes over its own with a state that was lost", async () => {
    declare();
    await stack().up();
    const { id } = await stack().resource("alice");
    await stack().run("stack", "rm", "--yes", "--force", "dev");
    await stack().init();
    simulator().ledger.clear();
    await stack().up();
    expect(writes()).to.deep.equal(["createUser 400"]);
    expect((await stack().resource("alice")).id).to.equal(id);
    await stack().destroy();
    expect(simulator().readUser(id?.split("/")[1] ?? "")).to.equal(undefined);
  });

  itAtLength(
    "keeps its user under another name with an alias, and without one says what is missing",
    async () => {
      declare();
      await stack().up();
      simulator().ledger.clear();
      declare("{}", "alina");
      expect(await stack().fail(...UP)).to.contain(
        "whom another resource created (test/dev/User/alice; if it was renamed to this one, give it an alias)",
      );
      simulator().ledger.clear();
      declare('{ aliases: [{ name: "alice" }] }', "alina");
      await stack().up();
      expect(writes()).to.deep.equal([]);
      expect((await stack().resource("alina")).inputs).to.include({ owner: "pulumi:test/dev/User/alice" });
    },
  );
});
