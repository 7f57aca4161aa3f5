import { join } from "node:path";
import { runCommand } from "../setup/run-command.mjs";
import { isAtLeast, parseVersion } from "../setup/version.mjs";
import { MINIMUM_VERSION } from "./inspect-cli.mjs";
import { installVersion } from "./install-version.mjs";
import { readNpmPackage } from "./npm-package.mjs";
import { Unavailable } from "./unavailable.mjs";
import { versionsFolder } from "./versions-folder.mjs";

const DOWNLOAD_LIMIT_MS = 10 * 60_000;

/**
 * Has the npm package `pulumi` download the engine, as its launcher does on first use.
 * @type {import("./attempt.mjs").Attempt}
 */
export async function download({ root, env, progress }) {
  const { launcher, version } = readNpmPackage(root, env);
  const wanted = parseVersion(version);
  if (!wanted || !isAtLeast(wanted, MINIMUM_VERSION)) {
    throw new Unavailable(`PULUMI_VERSION is ${version}, it has to be ${MINIMUM_VERSION} or newer`);
  }

  const target = join(versionsFolder(env), version);
  return progress.during(
    `Downloading the Pulumi engine ${version} (npm package "pulumi") into ${target}: about a minute.`,
    async (note) => ({
      ...(await installVersion(version, env, async (temporary) => {
        // The launcher downloads below PULUMI_HOME: a temporary one makes its download whole or absent.
        const result = await runCommand(process.execPath, [launcher, "version"], {
          env: { ...env, PULUMI_HOME: temporary, PULUMI_VERSION: version, PULUMI_SKIP_UPDATE_CHECK: "true" },
          onLine: note,
          timeoutMs: DOWNLOAD_LIMIT_MS,
        });
        if (!result.ok) {
          throw new Unavailable(
            `the download of ${version} by the npm package "pulumi" failed: ${result.problem}`,
          );
        }
        return join(temporary, "versions", version);
      })),
      how: 'downloaded by the npm package "pulumi"',
    }),
  );
}
