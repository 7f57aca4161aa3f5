import { expect } from "chai";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readAccounts } from "../../provider/lifecycle/test-users/read-accounts";
import { createSimulator, type Simulator } from "../../simulator";
import { engine } from "../helpers/engine";
import { expectPromised } from "../helpers/expected-output";
import { findSecret } from "../helpers/find-secret";
import { itAtLength } from "../helpers/it-at-length";
import { deleteUser } from "../helpers/outside";
import { cleanEnvironment, type Run, runCommand } from "../helpers/run-command";
import { Stack } from "../helpers/stack";

const example = resolve(__dirname, "../../examples/automation-api");
const DEMO = "Marble-Window?28y";

describe("examples/automation-api", function () {
  this.timeout(120_000);
  let simulator: Simulator;
  let stack: Stack;

  before(async () => {
    simulator = await createSimulator();
    stack = new Stack({ ...simulator.env, DEMO_PASSWORD: DEMO });
    stack.copyProject(example);
  });
  after(async () => {
    stack.remove();
    await simulator.close();
  });

  const seed = async (args: string[], env: Record<string, string> = {}): Promise<Run> => {
    const run = await runCommand(process.execPath, ["--import", "tsx", "seed.ts", ...args], stack.project, {
      ...cleanEnvironment(),
      ...engine().env,
      ...simulator.env,
      PULUMI_HOME: join(stack.folder, "home"),
      PULUMI_BACKEND_URL: `file://${stack.backend}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      DEMO_PASSWORD: DEMO,
      ...env,
    });
    stack.runs.push(run);
    return run;
  };
  const delivered = () => join(stack.project, "passwords.dev.json");
  const accounts = async () => {
    const { outputs } = await stack.resource("users");
    return readAccounts(outputs["accounts"] as Record<string, string>);
  };

  it("says what is wrong with its arguments and with the file of users, and without pulumi", async () => {
    writeFileSync(join(stack.project, "wrong.csv"), "username,email\ndemo,nobody@\n");
    const [none, wrong, alone] = await Promise.all([
      seed([]),
      seed(["wrong.csv"]),
      seed(["users.csv"], { PATH: stack.folder }),
    ]);
    expect([none.exitCode, wrong.exitCode, alone.exitCode]).to.deep.equal([2, 1, 1]);
    expect(none.output).to.include("Usage: node --import tsx seed.ts USERS_FILE");
    expect(wrong.output).to.include("wrong.csv:2:6");
    expect(alone.output).to.include("pulumi is not found");
    expect(simulator.ledger.entries).to.deep.equal([]);
  });

  it("fails with the reason when the preview does, and changes nothing", async () => {
    const { exitCode, output } = await seed(["users.csv"], { DEMO_PASSWORD: "Marble" });
    expect(exitCode, output).to.equal(1);
    expect(output)
      .to.match(/error: users: .*\nusers\.csv:5:35: the password does not satisfy the policy "Standard"/)
      .and.to.match(/\nFailed, for the reason above\. .*\n$/)
      .and.not.to.include("Update:");
    expect(simulator.ledger.entries.filter(({ operation }) => operation === "createUser")).to.deep.equal([]);
  });

  it("previews, seeds and sums up, and shows no secret of the engine's events", async () => {
    const { exitCode, output } = await seed(["users.csv"]);
    expect(exitCode, output).to.equal(0);
    expectPromised(example, output);
    expect(output).not.to.include("debug");
    const passwords = JSON.parse(readFileSync(delivered(), "utf8")) as Record<string, string>;
    expect(statSync(delivered()).mode & 0o077, "for this account only").to.equal(0);
    for (const [username, { id }] of Object.entries(await accounts())) {
      const value = { demo: DEMO, ...passwords }[username];
      expect(value === undefined || simulator.verifyPassword(id, value), username).to.equal(true);
    }
    expect(await findSecret(stack, DEMO)).to.deep.equal([]);
    expect(await findSecret(stack, ...Object.values(passwords))).to.deep.equal([delivered()]);
  });

  itAtLength("puts right what somebody else changed, once it is to look", async () => {
    expect((await seed(["users.csv"])).output).to.include("Nothing to change.");
    await deleteUser(simulator, (await accounts())["demo"]?.id ?? "");
    expect((await seed(["users.csv", "--refresh"])).output)
      .to.include("update TestUsers users")
      .and.to.include("Done: 5 users");
    const id = (await accounts())["demo"]?.id ?? "";
    expect(simulator.verifyPassword(id, DEMO)).to.equal(true);
  });

  it("deletes what it created without the file of users, and the stack", async () => {
    const ids = Object.values(await accounts()).map(({ id }) => id);
    expect(ids).to.have.length(5);
    const { exitCode, output } = await seed(["--destroy"], { DEMO_PASSWORD: "" });
    expect(exitCode, output).to.equal(0);
    expect(ids.filter((id) => simulator.readUser(id) !== undefined)).to.deep.equal([]);
    expect(existsSync(join(stack.project, "Pulumi.dev.yaml"))).to.equal(false);
  });
});
