import { expect } from "chai";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createSimulator, type Simulator } from "../../simulator";
import { expectPromised } from "../helpers/expected-output";
import { findSecret } from "../helpers/find-secret";
import { signOn } from "../helpers/sign-on";
import { Stack } from "../helpers/stack";
import { takeWrites } from "../helpers/take-calls";

const example = resolve(__dirname, "../../examples/team-component");
const DEPLOY = "Copper-Kettle!71x";
const PEOPLE = ["anna", "ben", "cora", "dan"];

describe("examples/team-component", function () {
  this.timeout(180_000);
  let simulator: Simulator;
  let stack: Stack;
  let contractors: ReturnType<Simulator["createWorker"]>;

  before(async () => {
    simulator = await createSimulator();
    contractors = simulator.createWorker({ name: "Contractors" });
    stack = new Stack({
      ...simulator.env,
      CONTRACTORS_CLIENT_ID: contractors.clientId,
      CONTRACTORS_CLIENT_SECRET: contractors.clientSecret,
      DEPLOY_PASSWORD: DEPLOY,
    });
    stack.copyProject(example);
    await stack.init();
  });
  beforeEach(() => {
    simulator.ledger.clear();
  });
  after(async () => {
    stack.remove();
    await simulator.close();
  });

  const fileOf = (username: string) => join(stack.project, `${username}.password.txt`);
  const passwordOf = (username: string) => readFileSync(fileOf(username), "utf8").trim();
  const usernames = () =>
    simulator
      .snapshot()
      .environments.flatMap(({ users }) => users.map(({ attributes }) => attributes["username"]))
      .sort();

  it("makes the users of both teams with their passwords, each team by its own worker application", async () => {
    expect(await stack.preview()).to.match(/\+ 14 to create/);
    expect(takeWrites(simulator)).to.deep.equal({});
    expectPromised(example, await stack.up());
    expect(takeWrites(simulator)).to.deep.equal({ "createUser 201": 5, "setPassword 200": 5 });
    expect(await signOn(simulator, "deploy", DEPLOY)).to.equal("COMPLETED");
    for (const username of PEOPLE) {
      expect(await signOn(simulator, username, passwordOf(username))).to.equal("MUST_CHANGE_PASSWORD");
    }
    const actors = simulator
      .snapshot()
      .environments.flatMap(({ activities }) => activities)
      .filter(({ type }) => ["USER.CREATED", "PASSWORD.SET"].includes(type))
      .map(({ actor, user }) => [user.name, actor?.id]);
    expect(actors.filter(([, id]) => id === contractors.clientId).map(([name]) => name)).to.have.members([
      ...["cora", "cora"],
      ...["dan", "dan"],
    ]);
  });

  it("changes nothing the second time, and keeps the passwords to the files they were delivered to", async () => {
    await stack.up("--expect-no-changes");
    expect(takeWrites(simulator)).to.deep.equal({});
    expect(await findSecret(stack, DEPLOY)).to.deep.equal([]);
    expect(await findSecret(stack, ...PEOPLE.map(passwordOf))).to.have.members(PEOPLE.map(fileOf));
    expect(await findSecret(stack, contractors.clientSecret)).to.deep.equal(["stack export --show-secrets"]);
  });

  it("adds a member without touching anybody else, and takes one out", async () => {
    const program = join(stack.project, "index.ts");
    const members = readFileSync(program, "utf8");
    writeFileSync(
      program,
      members
        .replace("      dan: {", '      eli: { email: "eli@example.org" },\n      dan: {')
        .replace(/^ +ben: .*\n/m, ""),
    );
    expect(await stack.preview()).to.match(/\+ 2 to create\n +- 2 to delete\n.*\n? +12 unchanged/);
    await stack.up();
    expect(takeWrites(simulator)).to.deep.equal({
      "createUser 201": 1,
      "setPassword 200": 1,
      "deleteUser 204": 1,
    });
    expect(await signOn(simulator, "eli", passwordOf("eli"))).to.equal("MUST_CHANGE_PASSWORD");
    expect(usernames()).to.deep.equal(["anna", "cora", "dan", "deploy", "eli"]);
  });

  it("is destroyed without the program, with all users", async () => {
    rmSync(join(stack.project, "index.ts"));
    await stack.destroy();
    expect(takeWrites(simulator)).to.deep.equal({ "deleteUser 204": 5 });
    expect(usernames()).to.deep.equal([]);
  });
});
