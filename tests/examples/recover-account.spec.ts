import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createSimulator, type Seed, type Simulator } from "../../simulator";
import { itAtLength } from "../helpers/it-at-length";
import { expectPromised } from "../helpers/expected-output";
import { findSecret } from "../helpers/find-secret";
import { lockPassword } from "../helpers/outside";
import { signOn } from "../helpers/sign-on";
import { Stack } from "../helpers/stack";

const example = resolve(__dirname, "../../examples/recover-account");
const seed = JSON.parse(readFileSync(join(example, "users.json"), "utf8")) as Required<Pick<Seed, "users">>;
const alice = seed.users[0]?.id ?? "";
const FIRST = "Copper-Kettle!71x";
const SECOND = "Marble-Window?28y";

describe("examples/recover-account", function () {
  this.timeout(120_000);
  let simulator: Simulator;
  let stack: Stack;

  before(async () => {
    simulator = await createSimulator({ seed });
  });
  beforeEach(async () => {
    simulator.reset();
    stack = new Stack({ ...simulator.env, ALICE_PASSWORD: FIRST });
    stack.copyProject(example);
    await stack.init();
  });
  afterEach(() => {
    stack.remove();
  });
  after(() => simulator.close());

  const codes = () => simulator.mail.list(alice).map(({ code }) => code);

  it("brings a locked user back, once for each ticket, and keeps the codes to itself", async () => {
    await stack.preview();
    expect(simulator.mail.list(), "mails of a preview").to.deep.equal([]);
    expectPromised(example, await stack.up());
    expect(await signOn(simulator, "alice", FIRST)).to.equal("COMPLETED");

    simulator.ledger.clear();
    await stack.up("--expect-no-changes");
    expect(simulator.ledger.entries, "calls of an unchanged stack").to.deep.equal([]);

    await lockPassword(simulator, alice);
    stack.setEnv({ ALICE_PASSWORD: SECOND });
    expect(await stack.preview("-c", "ticket=second")).to.match(/4 to update/);
    expect(await stack.up()).to.include("Unlocked the password");
    expect(await signOn(simulator, "alice", SECOND)).to.equal("COMPLETED");

    expect(codes()).to.have.length(2);
    expect(await findSecret(stack, ...codes(), FIRST, SECOND)).to.deep.equal([]);
    simulator.ledger.clear();
    await stack.destroy();
    expect(simulator.ledger.entries, "nothing is undone").to.deep.equal([]);
    expect(await findSecret(stack, ...codes(), FIRST, SECOND)).to.deep.equal([]);
  });

  itAtLength("recovers in two runs with a code that only the user can read, as its README says", async () => {
    const readme = readFileSync(join(example, "README.md"), "utf8");
    writeFileSync(join(stack.project, "index.ts"), /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "");
    await stack.up("-c", "ticket=4711");
    stack.setEnv({ CODE: codes()[0], ALICE_PASSWORD: FIRST });
    expect(await stack.up("-c", "recovered=4711")).to.include("The password is recovered");
    expect(simulator.verifyPassword(alice, FIRST)).to.equal(true);

    stack.setEnv({ CODE: undefined, ALICE_PASSWORD: undefined });
    await stack.up("-c", "ticket=4712");
    expect(codes(), "the next ticket, without what recovered the first one").to.have.length(2);
    expect(await findSecret(stack, ...codes())).to.deep.equal([]);
  });
});
