import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createSimulator, type Seed, type Simulator } from "../../simulator";
import { expectPromised } from "../helpers/expected-output";
import { Stack } from "../helpers/stack";

const example = resolve(__dirname, "../../examples/bootstrap");
const root = resolve(example, "../..");
const seed = JSON.parse(readFileSync(join(example, "users.json"), "utf8")) as Seed;
const ALICE = "Copper-Kettle!71x";
const BOB = "Marble-Window?28y";
const USERNAMES = ["alice", "bob", "carol"];

describe("examples/bootstrap", function () {
  this.timeout(120_000);
  const ids = new Map<string, string>();
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

  const idOf = (username: string) => ids.get(username) ?? "";
  const statuses = () => USERNAMES.map((username) => simulator.readUser(idOf(username))?.password.status);
  const has = (username: string, value: string) => simulator.verifyPassword(idOf(username), value);

  it("makes two users with their passwords, takes over the third and lifts the lockout", async () => {
    await stack.preview();
    expectPromised(example, await stack.up());
    for (const { id, outputs } of await stack.resources()) {
      if (typeof outputs["username"] === "string") {
        ids.set(outputs["username"], id?.split("/")[1] ?? "");
      }
    }
    expect(statuses()).to.deep.equal(["OK", "MUST_CHANGE_PASSWORD", "OK"]);
    expect([has("alice", ALICE), has("bob", BOB)]).to.deep.equal([true, true]);
    await stack.up("--expect-no-changes");
  });

  it("asks again about the locked user for a new build, and deletes in the end only who belongs to the stack", async () => {
    await stack.config("build", "second");
    expect(await stack.up()).to.include("Nothing to unlock: the password is OK, the account OK.");
    await stack.destroy();
    expect(statuses()).to.deep.equal([undefined, "MUST_CHANGE_PASSWORD", "OK"]);
    expect(simulator.readUser(idOf("carol"))?.email).to.equal("carol@example.com");
  });

  it("is what the project at the top runs", () => {
    const top = readFileSync(join(root, "Pulumi.yaml"), "utf8");
    const own = readFileSync(join(example, "Pulumi.yaml"), "utf8");
    expect(top.replace("main: examples/bootstrap\n", "")).to.equal(own);
  });
});
