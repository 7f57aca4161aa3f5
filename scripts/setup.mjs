import { dirname } from "node:path";
import { provideEngine } from "./engine/index.mjs";
import { build } from "./setup/build.mjs";
import { createContext } from "./setup/context.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { requireNode } from "./setup/node-version.mjs";
import { runScript } from "./setup/run-script.mjs";

/**
 * Makes a fresh clone ready to run: dependencies, compiled packages, the Pulumi engine. What is there already is kept;
 * a second run takes a few seconds. Throws `SetupError` with what to do.
 * @param {Partial<import("./setup/context.mjs").SetupContext>} [options]
 * @returns {Promise<import("./engine/stamp.mjs").Engine>}
 */
export async function setUp(options = {}) {
  const context = createContext(options);
  await setUpPackages(context);
  const engine = await provideEngine(context);
  context.progress.say(`Pulumi engine ${engine.version}, ${engine.how}: ${engine.pulumi}`);
  return engine;
}

/**
 * The part of the set-up that needs no engine: dependencies and compiled packages.
 * @param {Partial<import("./setup/context.mjs").SetupContext>} [options]
 */
export async function setUpPackages(options = {}) {
  const context = createContext(options);
  requireNode(process.versions.node);
  await installDependencies(context);
  await build(context);
}

void runScript(import.meta.url, async () => {
  const { pulumi } = await setUp();
  process.stdout.write(`To use it in this terminal: export PATH="${dirname(pulumi)}:$PATH"\n`);
  return 0;
});
