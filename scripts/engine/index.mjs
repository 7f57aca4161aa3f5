import { SetupError } from "../setup/setup-error.mjs";
import { buildWithGo } from "./build-with-go.mjs";
import { download } from "./download.mjs";
import { engineEnvironment } from "./environment.mjs";
import { findInstalled } from "./find-installed.mjs";
import { findOnPath } from "./find-on-path.mjs";
import { readGoModule } from "./go-module.mjs";
import { MINIMUM_VERSION } from "./inspect-cli.mjs";
import { writeEngine } from "./stamp.mjs";
import { Unavailable } from "./unavailable.mjs";

const ATTEMPTS = [findOnPath, findInstalled, download, buildWithGo];

/**
 * The Pulumi engine: the user's own, else one that is there already, else a download, else a build.
 * @param {import("../setup/context.mjs").SetupContext} context
 * @returns {Promise<import("./stamp.mjs").Engine>}
 */
export async function provideEngine(context) {
  /** @type {string[]} */
  const tried = [];
  for (const attempt of ATTEMPTS) {
    try {
      const found = await attempt(context);
      const engine = { ...found, env: engineEnvironment(found.pulumi, context.env) };
      writeEngine(context.root, engine);
      return engine;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      tried.push(error.message);
    }
  }
  throw new SetupError(describeFailure(tried));
}

/** @param {readonly string[]} tried */
function describeFailure(tried) {
  return [
    `No Pulumi engine (${MINIMUM_VERSION} or newer) for Node programs could be found or made. Tried in this order:`,
    ...tried.map((text, index) => `  ${index + 1}. ${text}`),
    "Two ways out: install Pulumi (https://www.pulumi.com/docs/install/),",
    `or install Go ${readGoModule("cli").go} or newer (https://go.dev/doc/install). Then run this again.`,
  ].join("\n");
}
