import { expect } from "chai";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findUser, operations, type User } from "../../provider/operations";
import { findSecret } from "../helpers/find-secret";
import { deleteUser } from "../helpers/outside";
import { transportTo } from "../helpers/session";
import { signOn } from "../helpers/sign-on";
import { takeCalls, takeWrites } from "../helpers/take-calls";
import { withOneStack } from "../helpers/with-stack";

const COMMON = "P@ssw0rd";
const CAROLS = "Copper-Kettle!71x";
const CAROLS_NEXT = "Silver-Spoon!82y";
const EVES = "Velvet-Hammer#93z";
const CROWDS = "Marble-Fountain%64w";

withOneStack("TestUsers on the engine", ({ simulator, stack, newUser }) => {
  const delivered = () => join(stack().project, "passwords.json");
  const generated = new Set<string>();
  const passwords = () => {
    const entries = JSON.parse(readFileSync(delivered(), "utf8")) as Record<string, string>;
    Object.values(entries).forEach((password) => generated.add(password));
    return entries;
  };
  /** A file of users and one user of the program, as somebody would write it. */
  const declare = (rows: readonly string[], more = "", rest = "") => {
    const csv = ["username,email,name.given,enabled,passwordRef", ...rows].join("\n");
    writeFileSync(join(stack().project, "users.csv"), `${csv}\n`);
    stack().program(`
      const environmentId = ${JSON.stringify(simulator().environmentId)};
      const eve = { username: "eve", email: "eve@example.com", value: new pulumi.Config().requireSecret("eve") };
      const fixture = new pingone.TestUsers("fixture", {
        environmentId, users: [...pingone.readUsers("users.csv"), eve], deliverTo: { file: "passwords.json" }, ${more}
      });
      ${rest}`);
  };
  const up = async (...args: string[]) => {
    const { exitCode, output } = await stack().run("up", "--yes", ...args);
    expect(exitCode, output).to.equal(0);
    return output;
  };
  const userNamed = async (username: string): Promise<User | undefined> =>
    findUser(transportTo(simulator()), simulator().environmentId, username);
  const expectSignsOn = async (username: string, password = "") => {
    expect(await signOn(simulator(), username, password), username).to.equal("COMPLETED");
  };
  const BOB = "bob,bob@example.com,Bob,,generate";
  const CAROL = "carol,carol@example.com,Carol,,env:CAROL_PASSWORD";
  const DAVE = "dave,dave@example.com,Dave,false,";
  const ZOE = "zoe,zoe@example.com,Zoe,,generate";

  before(async () => {
    newUser({ username: "zoe", email: "old@example.com" });
    await stack().config("eve", EVES, "--secret");
  });
  beforeEach(() => {
    simulator().ledger.clear();
  });

  it("are held to the policy before the first call, with file, line and column", async () => {
    stack().setEnv({ CAROL_PASSWORD: "kettle" });
    declare([BOB, CAROL]);
    expect(await stack().fail("preview"))
      .to.contain(
        'users.csv:3:32: the password does not satisfy the policy "Standard": needs 2 more characters (at least 8)',
      )
      .and.not.to.contain('"kettle"');
    expect(takeWrites(simulator())).to.deep.equal({});
  });

  it("are created with one call each, and what PingOne refuses is listed and stops nobody else", async () => {
    stack().setEnv({ CAROL_PASSWORD: COMMON });
    declare([BOB, CAROL, DAVE, ZOE]);
    const output = await stack().fail("up", "--yes");
    expect(takeWrites(simulator())).to.deep.equal({ "createUser 201": 3, "createUser 400": 2 });
    expect(output)
      .to.contain("5 users declared, one call each (bob, carol, dave and 2 more).")
      .and.to.contain('Passwords are generated for 2 users (bob, zoe), for the file "passwords.json".')
      .and.to.contain("PingOne did not take 2 users:\n")
      .and.to.match(/^ +"carol": createUser failed: 400 .* unmet rules: excludesCommonlyUsed/m)
      .and.to.match(/^ +"zoe": The username "zoe" is taken: .* or adopt: true to manage that user\.$/m)
      .and.to.contain("What PingOne took is kept; the next run does the rest.");
    expect(await userNamed("dave")).to.deep.include({
      externalId: "pulumi:test/dev/fixture",
      name: { given: "Dave" },
      enabled: false,
    });
    expect(Object.keys(passwords()), "delivered").to.deep.equal(["bob"]);
    expect(statSync(delivered()).mode & 0o777).to.equal(0o600);
    await expectSignsOn("bob", passwords()["bob"]);
    await expectSignsOn("eve", EVES);
  });

  it("are completed by the next up, which adopts a stranger where it may; their ids serve other resources", async () => {
    const before = passwords();
    stack().setEnv({ CAROL_PASSWORD: CAROLS });
    declare(
      [BOB, CAROL, DAVE, ZOE],
      "adopt: true",
      `new pingone.PasswordUnlock("bob", { environmentId, userId: fixture.accounts.apply((accounts) => accounts.bob.id) });
       exports.statuses = fixture.accounts.apply((accounts) => Object.values(accounts).map(({ status }) => status).join());`,
    );
    const output = await stack().up();
    expect(takeWrites(simulator())).to.deep.equal({
      "createUser 201": 1,
      "createUser 400": 1,
      "updateUser 200": 1,
      "setPassword 200": 1,
    });
    expect(output)
      .to.contain("5 users declared: 2 added (carol, zoe).")
      .and.to.contain("Took over 1 user (zoe)")
      .and.to.contain("Nothing to unlock: the password is OK")
      .and.to.match(/statuses *: "OK,OK,NO_PASSWORD,OK,OK"/);
    expect(passwords()).to.include(before).and.to.have.all.keys("bob", "zoe");
    await expectSignsOn("carol", CAROLS);
    await expectSignsOn("zoe", passwords()["zoe"]);
  });

  it("cost no call at all without a change", async () => {
    await stack().up("--expect-no-changes");
    expect(takeCalls(simulator())).to.deep.equal({});
  });

  it("show each changed row at preview and in words what happens, and those alone are touched", async () => {
    stack().setEnv({ CAROL_PASSWORD: CAROLS_NEXT });
    declare(
      [BOB.replace("bob@", "robert@"), CAROL, "frank,frank@example.com,Frank,,generate", ZOE],
      "adopt: true",
    );
    const output = await up("--diff");
    expect(takeWrites(simulator())).to.deep.equal({
      "createUser 201": 1,
      "updateUser 200": 1,
      "setPassword 200": 1,
      "deleteUser 204": 1,
    });
    expect(output)
      .to.contain(
        "5 users declared: 1 added (frank); 1 changed (bob); 1 with another password (carol); 1 removed (dave).",
      )
      .and.to.match(/~ bob *: \{\n *~ email *: "bob@example.com" => "robert@example.com"/)
      .and.to.match(/- dave *: \{/)
      .and.to.match(/\+ frank: \{\n *\+ email *: "frank@example.com"/);
    expect(await userNamed("dave")).to.equal(undefined);
    await expectSignsOn("bob", passwords()["bob"]);
    await expectSignsOn("carol", CAROLS_NEXT);
    await expectSignsOn("frank", passwords()["frank"]);
  });

  it("are repaired where a refresh finds them gone or changed", async () => {
    const send = transportTo(simulator());
    const [bob, frank] = await Promise.all(["bob", "frank"].map(userNamed));
    await deleteUser(simulator(), frank?.id ?? "");
    await send(operations.updateUser, {
      environmentId: simulator().environmentId,
      userId: bob?.id ?? "",
      email: "outside@example.com",
    });
    simulator().ledger.clear();
    const output = await stack().up("--refresh", "--diff");
    expect(takeWrites(simulator())).to.deep.equal({ "createUser 201": 1, "updateUser 200": 1 });
    expect(output)
      .to.contain("1 user is gone from PingOne (frank)")
      .and.to.contain("1 user is changed outside this stack (bob)");
    expect((await userNamed("bob"))?.email).to.equal("robert@example.com");
    await expectSignsOn("frank", passwords()["frank"]);
  });

  it("take one call and at most 250 bytes of state each, two hundred of them with three columns and a value", async () => {
    stack().setEnv({ CROWDS });
    const program = readFileSync(join(stack().project, "index.js"), "utf8");
    stack().program(`${program.split("\n").slice(2).join("\n")}
      const names = Array.from({ length: 200 }, (_, index) => "user-" + String(index).padStart(4, "0"));
      new pingone.TestUsers("crowd", { environmentId, users: names.map((username) => ({
        username, email: username + "@example.com", name: { given: "Given" }, value: process.env.CROWDS,
      })) });`);
    await stack().up();
    expect(takeWrites(simulator())).to.deep.equal({ "createUser 201": 200 });
    const { inputs, outputs } = await stack().resource("crowd");
    const bytes = Buffer.byteLength(JSON.stringify(inputs)) + Buffer.byteLength(JSON.stringify(outputs));
    expect(bytes / 200).to.be.at.most(250);
  });

  it("show no password in the state, in a file or on the screen, but in the file that was asked for", async () => {
    const known = [COMMON, CAROLS, CAROLS_NEXT, CROWDS, simulator().worker.clientSecret];
    expect(await findSecret(stack(), ...known)).to.deep.equal([]);
    expect(generated).to.have.property("size", 4);
    expect(await findSecret(stack(), ...generated)).to.deep.equal([delivered()]);
    // What stands in the stack's configuration is in the default provider's entry, whatever uses it.
    const state = JSON.parse(await stack().exportPlain()) as {
      deployment: { resources: { type: string }[] };
    };
    const holding = state.deployment.resources.filter((resource) => JSON.stringify(resource).includes(EVES));
    expect(holding.map(({ type }) => type)).to.deep.equal(["pulumi:providers:pulumi-nodejs"]);
  });

  it("are removed with the stack, but for those who were there before", async () => {
    newUser({ username: "stranger" });
    const output = await stack().destroy();
    expect(takeWrites(simulator())).to.deep.equal({ "deleteUser 204": 204 });
    expect(output).to.contain("left in PingOne");
    const left = await Promise.all(["bob", "carol", "eve", "frank", "zoe", "stranger"].map(userNamed));
    expect(left.map((user) => user?.username)).to.deep.equal([
      ...Array.from({ length: 4 }, () => undefined),
      "zoe",
      "stranger",
    ]);
  });
});
