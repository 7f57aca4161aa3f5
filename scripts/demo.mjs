import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { writeEnvironmentFile } from "./demo/environment-file.mjs";
import { newPassword } from "./demo/new-password.mjs";
import { reportUsers } from "./demo/report.mjs";
import { createContext } from "./setup/context.mjs";
import { runCommand } from "./setup/run-command.mjs";
import { runScript } from "./setup/run-script.mjs";
import { SetupError } from "./setup/setup-error.mjs";
import { setUp } from "./setup.mjs";

void runScript(import.meta.url, async () => {
  const { stack } = readArguments();
  const context = createContext({});
  const engine = await setUp(context);
  const { root, progress } = context;
  const folder = join(root, `.${stack}`);
  const stackFile = `Pulumi.${stack}.yaml`;
  // Each demo starts with a PingOne and a stack of its own.
  for (const path of [folder, join(root, stackFile)]) rmSync(path, { recursive: true, force: true });

  const simulator = await startSimulator(root);
  const passwords = { alice: newPassword(), bob: newPassword() };
  const env = {
    ...engine.env,
    ...simulator.env,
    PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "demo",
    ALICE_PASSWORD: passwords.alice,
    BOB_PASSWORD: passwords.bob,
  };
  mkdirSync(join(folder, "state"), { recursive: true });
  writeEnvironmentFile(join(folder, "env"), env);

  /** @param {string[]} args */
  const pulumi = async (...args) => {
    progress.say(`\n$ pulumi ${args.join(" ")}`);
    const { ok } = await runCommand(engine.pulumi, args, {
      cwd: root,
      env: { ...withoutPingOne(process.env), ...env },
      foreground: true,
    });
    if (!ok)
      throw new SetupError(`The demo stopped at "pulumi ${args.join(" ")}"; the message above says why.`);
  };
  try {
    progress.say(`\nA local PingOne listens at ${simulator.url}; it has one user, carol, who is locked out.`);
    await pulumi("stack", "init", stack);
    await pulumi("preview", "--stack", stack);
    await pulumi("up", "--yes", "--skip-preview", "--stack", stack);
    const users = await reportUsers(simulator, createClient(root, simulator), passwords);
    progress.say(["", "What PingOne holds now:", ...users].join("\n"));
    progress.say(describeNextSteps(relative(root, folder), stackFile, process.stdin.isTTY));
    if (process.stdin.isTTY) await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  } finally {
    await simulator.close();
  }
  return 0;
});

/**
 * @param {string} root
 * @returns {Promise<import("pingone-simulator").Simulator>}
 */
async function startSimulator(root) {
  // Found only now: the package is built by the set-up.
  const { createSimulator } = createRequire(join(root, "package.json"))("pingone-simulator");
  return createSimulator({
    seed: JSON.parse(readFileSync(join(root, "examples", "bootstrap", "users.json"), "utf8")),
  });
}

/**
 * @param {string} root
 * @param {import("pingone-simulator").Simulator} simulator
 * @returns {import("pulumi-pingone-password/client").Client}
 */
function createClient(root, { url, environmentId, worker }) {
  // Found only now: the package is built by the set-up.
  const client = createRequire(join(root, "package.json"))("pulumi-pingone-password/client");
  return client.createClient({ connection: { ...worker, environmentId, apiUrl: url, authUrl: url } });
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { stack: { type: "string", default: "demo" } } });
    const stack = values.stack ?? "";
    // The folder of this name is deleted, so no name may reach another one.
    if (/^demo(-[a-z0-9-]+)?$/.test(stack)) return { stack };
    throw new Error(`--stack takes demo, or a name that begins with demo-, not "${stack}".`);
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm run demo [-- --stack demo-NAME]`,
    );
  }
}

/**
 * A tenant that this terminal is set up for is none of the demo's business.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutPingOne(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("PINGONE_")));
}

/**
 * @param {string} folder
 * @param {string} stackFile
 * @param {boolean} stays whether the local PingOne keeps running
 */
function describeNextSteps(folder, stackFile, stays) {
  const lookAround = stays
    ? [
        "The local PingOne keeps running until Ctrl-C. In another terminal, in this folder:",
        `  . ${folder}/env                                      the engine, the stack and the passwords of this demo`,
        "  pulumi preview                                   nothing to do",
        "  pulumi config set build second && pulumi up      asks again whether carol is locked",
        "  pulumi stack export --show-secrets               the state, without any password",
        "  pulumi destroy                                   deletes alice, leaves bob and carol",
      ]
    : [
        "The local PingOne of this demo is stopped: `npm run demo` in a terminal keeps it running, to look around. What is left:",
        `  . ${folder}/env && pulumi stack export --show-secrets     the state, without any password`,
      ];
  return ["", ...lookAround, `Clean up: rm -rf ${folder} ${stackFile}. Your own program: README.md.`].join(
    "\n",
  );
}
