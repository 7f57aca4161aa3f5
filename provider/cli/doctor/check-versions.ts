import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describeNode, isSupportedNode } from "../../require-node";
import { isRecord } from "../../transport";
import { parseJson } from "../../transport/error-body";
import { version } from "../../version";
import { canHangOnErrors } from "./endless-nodes";
import { failed, type Finding, ok, warning } from "./finding";
import { findPulumi, runPulumi } from "./pulumi-cli";
import { isAtLeast } from "./version-numbers";
import type { World } from "./world";

const OLDEST_PULUMI = "3.200.0";
const SDK = "@pulumi/pulumi";
const PACKAGE = "pulumi-pingone-password";

/** Node, this package, the SDK of the project and the `pulumi` on PATH. */
export async function checkVersions(world: World): Promise<readonly Finding[]> {
  return [checkNode(world), checkPackage(world), checkSdk(world), await checkCli(world)];
}

function checkNode({ nodeVersion }: World): Finding {
  if (!isSupportedNode(nodeVersion)) {
    return failed("Node", describeNode(nodeVersion));
  }
  return canHangOnErrors(nodeVersion)
    ? warning(
        "Node",
        `${nodeVersion} runs, but an error that a program throws itself can make \`pulumi\` run for ever without a message.`,
        "Install Node 24.19 or newer of Node 24, or 26.5 or newer, from https://nodejs.org.",
      )
    : ok("Node", nodeVersion);
}

function checkPackage({ cwd }: World): Finding {
  const found = findPackage(PACKAGE, cwd);
  if (found === undefined) {
    return warning(
      PACKAGE,
      `${version} runs here, but a program in this folder does not find it.`,
      `Run this in the folder of your Pulumi project, or \`npm install\` the package there.`,
    );
  }
  return found.version === version
    ? ok(PACKAGE, version)
    : warning(
        PACKAGE,
        `${version} runs here, and a program in this folder gets ${found.version}.`,
        `Run the project's own with \`npx --no ${PACKAGE} doctor\`.`,
      );
}

function checkSdk({ cwd }: World): Finding {
  const found = findPackage(SDK, cwd);
  if (found === undefined) {
    return warning(
      SDK,
      "is not found from this folder.",
      `Run this in the folder of your Pulumi project; in there, \`npm install ${SDK}\`.`,
    );
  }
  const ours = findPackage(PACKAGE, cwd);
  const other = ours === undefined ? undefined : findPackage(SDK, ours.folder);
  if (!isAtLeast(found.version, OLDEST_PULUMI) || isAtLeast(found.version, "4")) {
    return warning(
      SDK,
      `${found.version} is none that this package is tested with: ${OLDEST_PULUMI} or newer, below 4.`,
      `npm install ${SDK}@^3`,
    );
  }
  return other === undefined || other.folder === found.folder
    ? ok(SDK, found.version)
    : warning(
        SDK,
        `there are two copies: ${found.version} for the program, ${other.version} for ${PACKAGE}.`,
        `Let npm keep one: \`npm dedupe\`, or the same version of ${SDK} everywhere.`,
      );
}

async function checkCli(world: World): Promise<Finding> {
  const pulumi = findPulumi(world.env);
  if (pulumi === undefined) {
    return failed(
      "pulumi",
      "is not on PATH (npm's launcher of that name is another tool and does not count).",
      "Install it (https://www.pulumi.com/docs/install/), or export the PATH line that `npm run setup` prints.",
    );
  }
  const run = await runPulumi(pulumi, ["version"], world);
  if ("problem" in run) {
    return failed(
      "pulumi",
      `${pulumi} does not start: ${run.problem}.`,
      "Install it anew: https://www.pulumi.com/docs/install/",
    );
  }
  const found = run.output.trim().replace(/^v/, "");
  return isAtLeast(found, OLDEST_PULUMI)
    ? ok("pulumi", `${found}, ${pulumi}`)
    : failed(
        "pulumi",
        `${pulumi} is ${found}: it has to be ${OLDEST_PULUMI} or newer.`,
        "Update it: https://www.pulumi.com/docs/install/",
      );
}

/** The package of a name that code in a folder gets. */
function findPackage(name: string, folder: string): { folder: string; version: string } | undefined {
  try {
    const file = createRequire(join(folder, "index.js")).resolve(`${name}/package.json`);
    const manifest = parseJson(readFileSync(file, "utf8"));
    const found = isRecord(manifest) ? manifest["version"] : undefined;
    return typeof found === "string" ? { folder: realpathSync(dirname(file)), version: found } : undefined;
  } catch {
    return undefined;
  }
}
