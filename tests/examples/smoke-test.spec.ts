import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { createSimulator, type Simulator } from "../../simulator";
import { findCommandPlugin } from "../helpers/command-plugin";
import { engine } from "../helpers/engine";
import { expectPromised } from "../helpers/expected-output";
import { findSecret } from "../helpers/find-secret";
import { cleanEnvironment, type Run, runCommand } from "../helpers/run-command";
import { Stack } from "../helpers/stack";

/** What the program asks of the plugin. */
type Command = {
  readonly create: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly triggers: readonly unknown[];
  readonly logging: string;
};

const example = resolve(__dirname, "../../examples/smoke-test");
const printRegistered = resolve(__dirname, "../helpers/print-registered.ts");
const PASSWORD = "Copper-Kettle!71x";
const OTHER = "Marble-Window?28y";
const APPLIED_AT = "2026-01-01T00:00:00.000Z";
const plugin = findCommandPlugin();

describe("examples/smoke-test", function () {
  this.timeout(120_000);
  let simulator: Simulator;
  let command: Command;

  before(async () => {
    simulator = await createSimulator();
    command = await commandOfProgram(simulator);
  });
  beforeEach(() => {
    simulator.reset();
  });
  after(() => simulator.close());

  /** Runs the command of the program as the plugin does: by the shell, in the project, with pulumi's environment and its own. */
  const runAsPlugin = ({ create, environment }: Command, password: string): Promise<Run> =>
    runCommand("/bin/sh", ["-c", create], example, {
      ...cleanEnvironment(),
      ...simulator.env,
      SMOKE_PASSWORD: password,
      ...environment,
    });

  it("runs a test that gets the password from pulumi's environment, and nothing of it from the program", async () => {
    expect(command.logging).to.equal("none");
    expect(command.triggers).to.deep.equal([APPLIED_AT, "first"]);
    expect(JSON.stringify(command)).not.to.include("SMOKE_PASSWORD").and.not.to.include(PASSWORD);

    simulator.createUser({ username: "smoke.robot", password: PASSWORD });
    const { exitCode, output } = await runAsPlugin(command, PASSWORD);
    expect(exitCode, output).to.equal(0);
    expect(output).to.equal("smoke.robot is signed on.\n");
    expect(simulator.ledger.entries.map(({ operation }) => operation)).to.include("checkUsernamePassword");
  });

  it("fails a sign-on that is refused or goes on, and prints no password", async () => {
    simulator.createUser({ username: "smoke.robot", password: PASSWORD, forceChange: true });
    const runs = [
      await runAsPlugin(command, OTHER),
      await runAsPlugin(command, PASSWORD),
      await runAsPlugin(command, ""),
    ];
    expect(runs.map(({ exitCode }) => exitCode)).to.deep.equal([1, 1, 1]);
    const [wrong = "", unfinished = "", unset = ""] = runs.map(({ output }) => output);
    expect(wrong).to.match(/^checkUsernamePassword failed: 400 INVALID_DATA .*credentials/i);
    expect(unfinished).to.equal("The sign-on of smoke.robot stops at MUST_CHANGE_PASSWORD.\n");
    expect(readFileSync(join(example, "README.md"), "utf8")).to.include(unfinished);
    expect(unset).to.include("SMOKE_PASSWORD is not set");
    expect(wrong + unfinished + unset)
      .not.to.include(OTHER)
      .and.not.to.include(PASSWORD);
  });

  if (plugin === undefined) {
    process.stdout.write(
      "    (Pulumi's plugin command is not on this machine: the program of examples/smoke-test runs under Pulumi's mocks.)\n",
    );
  } else {
    describeOnEngine(plugin, () => simulator);
  }
});

/** What the program hands to the engine for its command, under mocks. */
async function commandOfProgram({ environmentId, application }: Simulator): Promise<Command> {
  const project = "pingone-smoke-test";
  const settings = { environmentId, applicationId: application.clientId, build: "first" };
  const config = Object.entries(settings).map(([key, value]) => [`${project}:${key}`, value]);
  const { exitCode, output } = await runCommand(
    process.execPath,
    [
      "--import",
      "tsx",
      printRegistered,
      join(example, "index.ts"),
      project,
      JSON.stringify({ appliedAt: APPLIED_AT }),
    ],
    example,
    {
      ...cleanEnvironment(),
      SMOKE_PASSWORD: PASSWORD,
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(config)),
    },
  );
  expect(exitCode, output).to.equal(0);
  const registered = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly type: string; readonly inputs: unknown });
  expect(registered.map(({ type }) => type.split(":").at(-1))).to.have.members([
    "User",
    "UserPassword",
    "Command",
  ]);
  return registered.find(({ type }) => type === "command:local:Command")?.inputs as Command;
}

function describeOnEngine(plugin: string, simulator: () => Simulator): void {
  describe("with the plugin", () => {
    let stack: Stack;

    beforeEach(async () => {
      const path = [plugin, engine().env["PATH"]].join(delimiter);
      stack = new Stack({ ...simulator().env, PATH: path, SMOKE_PASSWORD: PASSWORD });
      stack.copyProject(example);
      await stack.init();
    });
    afterEach(() => {
      stack.remove();
    });

    it("has pulumi up run the test once for each password, with no trace of the password", async () => {
      expectPromised(example, await stack.up());
      await stack.up("--expect-no-changes");
      stack.setEnv({ SMOKE_PASSWORD: OTHER });
      expect(await stack.up()).to.match(/UserPassword robot updated.*smoke-test replaced/s);
      const signOns = simulator().ledger.entries.filter(
        ({ operation }) => operation === "checkUsernamePassword",
      );
      expect(signOns).to.have.length(2);
      expect(await findSecret(stack, PASSWORD, OTHER)).to.deep.equal([]);
    });

    it("keeps a password that is handed over in the state, encrypted, as its README says", async () => {
      changeProgram(stack);
      await stack.config("smokePassword", PASSWORD, "--secret");
      const output = await stack.up();
      expect(output).to.include("smoke-test created");
      expect(await findSecret(stack, PASSWORD)).to.deep.equal(["stack export --show-secrets"]);
      const { inputs, outputs } = await stack.resource("smoke-test");
      for (const { environment } of [inputs, outputs]) {
        expect(JSON.stringify(environment)).to.include("ciphertext");
      }
    });
  });
}

/** Applies the lines that the README's diff adds, each in the place of the one that it stands below. */
function changeProgram(stack: Stack): void {
  const file = join(stack.project, "index.ts");
  const readme = readFileSync(join(example, "README.md"), "utf8");
  const [taken = "", given = "", above = "", added = ""] = (/```diff\n(.*?)```/s.exec(readme)?.[1] ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "...")
    .map((line) => line.slice(1).trim());
  const program = readFileSync(file, "utf8");
  expect(program).to.include(taken).and.to.include(above);
  writeFileSync(file, program.replace(taken, given).replace(above, `${above}\n${added}`));
}
