import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createSimulator, type Seed, type Simulator } from "../../simulator";
import { Stack } from "../helpers/stack";

const example = resolve(__dirname, "../../examples/bootstrap");
const root = resolve(example, "../..");
const seed = JSON.parse(readFileSync(join(example, "users.json"), "utf8")) as Required<Pick<Seed, "users">>;
const ALICE = "Copper-Kettle!71x";
const BOB = "Marble-Window?28y";

describe("examples/bootstrap", function () {
  this.timeout(120_000);
  let simulator: Simulator;
  let stack: Stack;

  before(async () => {
    simulator = await createSimulator({ seed });
    stack = new Stack({ ...simulator.env, ALICE_PASSWORD: ALICE, BOB_PASSWORD: BOB });
    stack.copyProject(example);
    await stack.init();
  });
  after(async () => {
    stack.remove();
    await simulator.close();
  });

  const statusOf = (username: string) =>
    simulator.readUser(seed.users.find((user) => user.username === username)?.id ?? "")?.password.status;

  it("sets two passwords and recovers the locked user", async () => {
    await stack.preview();
    const output = await stack.up();
    expect(output).to.match(/carolUnlocked\s*: true/);
    expect(["alice", "bob", "carol"].map(statusOf)).to.deep.equal(["OK", "MUST_CHANGE_PASSWORD", "OK"]);
    await stack.up("--expect-no-changes");
  });

  it("asks again about the locked user for a new build, and leaves every password in the end", async () => {
    await stack.config("build", "second");
    expect(await stack.up()).to.include("Nothing to unlock: the password is OK, the account OK.");
    await stack.destroy();
    expect(["alice", "bob", "carol"].map(statusOf)).to.deep.equal(["OK", "MUST_CHANGE_PASSWORD", "OK"]);
  });

  it("is what the project at the top runs", () => {
    const top = readFileSync(join(root, "Pulumi.yaml"), "utf8");
    const own = readFileSync(join(example, "Pulumi.yaml"), "utf8");
    expect(top.replace("main: examples/bootstrap\n", "")).to.equal(own);
  });
});
