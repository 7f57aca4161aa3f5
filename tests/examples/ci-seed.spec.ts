import { expect } from "chai";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readAccounts } from "../../provider/lifecycle/test-users/read-accounts";
import { readUsers } from "../../provider/user-rows/read-users";
import { createSimulator, type Simulator } from "../../simulator";
import { engine } from "../helpers/engine";
import { expectPromised } from "../helpers/expected-output";
import { findSecret } from "../helpers/find-secret";
import { itAtLength } from "../helpers/it-at-length";
import { cleanEnvironment, type Run, runCommand } from "../helpers/run-command";
import { Stack } from "../helpers/stack";

const example = resolve(__dirname, "../../examples/ci-seed");
const users = readUsers(join(example, "users.csv"));
const GIVEN = {
  QA_ADMIN_PASSWORD: "Copper-Kettle!71x",
  DEMO_PASSWORD: "Marble-Window?28y",
  LOAD_TEST_PASSWORD: "Velvet-Curtain!5q",
};

describe("examples/ci-seed", function () {
  this.timeout(180_000);
  let simulator: Simulator;
  let stack: Stack;

  before(async () => {
    simulator = await createSimulator();
    stack = new Stack({ ...simulator.env, ...GIVEN });
    stack.copyProject(example);
  });
  after(async () => {
    stack.remove();
    await simulator.close();
  });

  const delivered = () => join(stack.project, "passwords.dev.json");
  const summary = () => join(stack.folder, "summary.md");

  /** Runs a command of ci.sh as a pipeline does. */
  const ci = async (command: string, env: Record<string, string> = {}): Promise<Run> => {
    const run = await runCommand("sh", ["ci.sh", command], stack.project, {
      ...cleanEnvironment(),
      ...engine().env,
      ...simulator.env,
      ...GIVEN,
      PULUMI_HOME: join(stack.folder, "home"),
      PULUMI_BACKEND_URL: `file://${stack.backend}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      NO_COLOR: "1",
      GITHUB_STEP_SUMMARY: summary(),
      ...env,
    });
    stack.runs.push(run);
    return run;
  };
  const writes = () =>
    simulator.ledger.entries
      .filter(({ method, operation }) => method !== "GET" && operation !== "issueToken")
      .map(({ operation }) => operation);
  const accounts = async () => {
    const { outputs } = await stack.resource("users");
    return Object.entries(readAccounts(outputs["accounts"] as Record<string, string>));
  };
  const passwords = () => JSON.parse(readFileSync(delivered(), "utf8")) as Record<string, string>;

  it("has fifty users, and no password among them", () => {
    expect(users).to.have.length(50);
    expect(users.filter(({ value }) => value !== undefined)).to.deep.equal([]);
    expect(
      users.flatMap(({ valueFrom }) => (valueFrom === undefined ? [] : Object.values(valueFrom))),
    ).to.have.members(Object.keys(GIVEN));
  });

  it("reports on them from a pull request without secrets, and writes nothing", async () => {
    const none = Object.fromEntries(Object.keys(GIVEN).map((name) => [name, ""]));
    const { exitCode, output } = await ci("preview", { ...none, PINGONE_PREVIEW_WITHOUT_SECRETS: "1" });
    expect(exitCode, output).to.equal(0);
    const report = readFileSync(summary(), "utf8");
    expectPromised(example, report);
    expect(writes()).to.deep.equal([]);
    expect(existsSync(delivered()), "a file of passwords").to.equal(false);
  });

  it("fails the preview of a pull request that spoils the file, and says where", async () => {
    const file = join(stack.project, "users.csv");
    const rows = readFileSync(file, "utf8");
    writeFileSync(file, `${rows}demo,nobody@,,,,,generate\n`);
    rmSync(summary());
    const { exitCode, output } = await ci("preview");
    writeFileSync(file, rows);
    expect(exitCode, output).not.to.equal(0);
    expect(output).to.include("users.csv:52:1").and.to.include("users.csv:52:6");
    expect(readFileSync(summary(), "utf8")).to.include("The preview failed");
    expect(writes()).to.deep.equal([]);
  });

  it("seeds all of them with one call each, and delivers passwords that are theirs", async () => {
    const { exitCode, output } = await ci("seed");
    expect(exitCode, output).to.equal(0);
    expectPromised(example, output, 1);
    expect(writes()).to.deep.equal(users.map(() => "createUser"));
    const seeded = new Map(await accounts());
    expect([...seeded.keys()]).to.have.members(users.map(({ username }) => username));

    expect(statSync(delivered()).mode & 0o077, "for this account only").to.equal(0);
    const generated = users.filter(({ generate }) => generate !== undefined).map(({ username }) => username);
    expect(Object.keys(passwords())).to.have.members(generated);
    const given = {
      "qa.admin": GIVEN.QA_ADMIN_PASSWORD,
      demo: GIVEN.DEMO_PASSWORD,
      "load.test": GIVEN.LOAD_TEST_PASSWORD,
    };
    for (const [username, value] of Object.entries({ ...passwords(), ...given })) {
      const id = seeded.get(username)?.id ?? "";
      expect(simulator.verifyPassword(id, value), username).to.equal(true);
    }
    expect(simulator.readUser(seeded.get("ivan.kovac")?.id ?? "")).to.deep.include({ enabled: false });
    expect(await findSecret(stack, ...Object.values(GIVEN))).to.deep.equal([]);
    expect(await findSecret(stack, ...Object.values(passwords()))).to.deep.equal([delivered()]);
  });

  it("changes nothing the second time, on a machine that has no file of passwords", async () => {
    expect((await ci("clean")).exitCode).to.equal(0);
    expect(existsSync(delivered())).to.equal(false);
    simulator.ledger.clear();
    const { exitCode, output } = await ci("seed");
    expect(exitCode, output).to.equal(0);
    expect(output).to.include("2 unchanged");
    expect(writes()).to.deep.equal([]);
    expect(existsSync(delivered())).to.equal(false);
  });

  itAtLength("makes the generated passwords anew for another rotation, and no other", async () => {
    simulator.ledger.clear();
    await stack.up("-c", "rotation=second");
    expect(writes()).to.deep.equal(Object.keys(passwords()).map(() => "setPassword"));
    for (const [username, { id }] of await accounts()) {
      const value = passwords()[username];
      expect(value === undefined || simulator.verifyPassword(id, value), username).to.equal(true);
    }
  });

  it("deletes them in the end", async () => {
    const ids = (await accounts()).map(([, { id }]) => id);
    await stack.destroy();
    expect(ids.filter((id) => simulator.readUser(id) !== undefined)).to.deep.equal([]);
  });
});
