import { parseArgs } from "node:util";
import { createContext } from "./setup/context.mjs";
import { runCommand } from "./setup/run-command.mjs";
import { runScript } from "./setup/run-script.mjs";
import { SetupError } from "./setup/setup-error.mjs";
import { runMocha } from "./mocha/run-mocha.mjs";
import { setUp } from "./setup.mjs";

const ALL_SPECS = ["tests/**/*.spec.ts"];

/** What has to pass before any test runs: script of a dependency, and its arguments. */
const CHECKS = [
  { title: "eslint", script: "node_modules/eslint/bin/eslint.js", args: ["."] },
  { title: "prettier", script: "node_modules/prettier/bin/prettier.cjs", args: ["--check", "."] },
  { title: "tsc", script: "node_modules/typescript/bin/tsc", args: ["--build", ".", "scripts"] },
];

void runScript(import.meta.url, async () => {
  const { all, specs } = readArguments();
  const context = createContext({});
  const engine = await setUp(context);
  const { progress, root } = context;
  const env = { ...context.env, ...engine.env, ...(all && { TEST_ALL: "1" }) };

  if (specs.length === 0 && !(await runChecks(context, env))) return 1;

  progress.say(`\n> mocha${all ? ", the long versions too" : ""}`);
  const { exitCode, passed, failed } = await runMocha(root, specs.length > 0 ? specs : ALL_SPECS, env);
  progress.say(`${passed} passed, ${failed} failed`);
  return exitCode;
});

/**
 * Runs all checks at once: the slowest keeps one core busy for most of a minute.
 * @param {import("./setup/context.mjs").SetupContext} context
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} false when one failed, which is told with all that it printed
 */
async function runChecks({ progress, root }, env) {
  const titles = CHECKS.map(({ title }) => title);
  const results = await progress.during(`\n> ${titles.join(", ")}`, () =>
    Promise.all(
      CHECKS.map(async ({ title, script, args }) => {
        /** @type {string[]} */
        const printed = [];
        const onLine = (/** @type {string} */ line) => void printed.push(line);
        const { ok } = await runCommand(process.execPath, [script, ...args], { cwd: root, env, onLine });
        return { title, ok, printed };
      }),
    ),
  );
  const failures = results.filter(({ ok }) => !ok);
  for (const { title, printed } of failures) {
    progress.say([...printed, "", `${title} failed, so no test ran.`].join("\n"));
  }
  return failures.length === 0;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { all: { type: "boolean" } },
      allowPositionals: true,
    });
    return { all: values.all === true, specs: positionals };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${reason}\nUsage: node scripts/test.mjs [--all] [path/to/some.spec.ts ...]`);
  }
}
