import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createSimulator, type Seed, type Simulator } from "../../simulator";
import { expectPromised } from "../helpers/expected-output";
import { signOn } from "../helpers/sign-on";
import { Stack } from "../helpers/stack";

const example = resolve(__dirname, "../../examples/first-sign-on");
const seed = JSON.parse(readFileSync(join(example, "users.json"), "utf8")) as Required<Pick<Seed, "users">>;
const alice = seed.users[0]?.id ?? "";
const FIRST = "Copper-Kettle!71x";
const FINAL = "Marble-Window?28y";
const FINAL_TOO = "Velvet-Curtain!5q";

describe("examples/first-sign-on", function () {
  this.timeout(120_000);
  let simulator: Simulator;
  let stack: Stack;

  before(async () => {
    simulator = await createSimulator({ seed });
    stack = new Stack({ ...simulator.env, FIRST_PASSWORD: FIRST, FINAL_PASSWORD: FINAL });
    stack.copyProject(example);
    await stack.init();
  });
  after(async () => {
    stack.remove();
    await simulator.close();
  });

  it("takes the user through the first sign-on", async () => {
    await stack.preview();
    expect(simulator.readUser(alice)?.password.status, "after a preview").to.equal("NO_PASSWORD");
    expectPromised(example, await stack.up());
    expect(simulator.readUser(alice)?.password.status).to.equal("OK");
    expect(await signOn(simulator, "alice", FINAL)).to.equal("COMPLETED");
  });

  it("makes no call for an unchanged stack, nor needs the final password", async () => {
    simulator.ledger.clear();
    stack.setEnv({ FINAL_PASSWORD: undefined });
    await stack.up("--expect-no-changes");
    expect(simulator.ledger.entries).to.deep.equal([]);
  });

  it("takes the user's own change for no change outside, and signs on again once another password is handed out", async () => {
    expect(await stack.refresh()).not.to.include("changed outside");
    expect((await stack.resources()).map(({ outputs }) => outputs["status"])).to.include("OK");
    await stack.up("--expect-no-changes");

    stack.setEnv({ FIRST_PASSWORD: "Silver-Ladder+46", FINAL_PASSWORD: FINAL_TOO });
    expect(await stack.up()).to.match(/2 updated/);
    expect(await signOn(simulator, "alice", FINAL_TOO)).to.equal("COMPLETED");
  });

  it("leaves the final password in the end", async () => {
    simulator.ledger.clear();
    await stack.destroy();
    expect(
      simulator.ledger.entries.filter(({ method }) => method !== "GET").map(({ operation }) => operation),
      "of a user for whom nothing is left to be undone",
    ).to.deep.equal([]);
    expect(simulator.verifyPassword(alice, FINAL_TOO)).to.equal(true);
  });
});
