import { chmod, copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "../setup/run-command.mjs";
import { readGoModule } from "./go-module.mjs";
import { findGo } from "./go-toolchain.mjs";
import { installVersion } from "./install-version.mjs";
import { Unavailable } from "./unavailable.mjs";
import { versionsFolder } from "./versions-folder.mjs";

const CLI_PACKAGE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const LANGUAGE_HOST_PACKAGE = "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/**
 * Builds the engine from its published Go modules, where nothing but package registries can be reached.
 * @type {import("./attempt.mjs").Attempt}
 */
export async function buildWithGo({ env, progress }) {
  if (process.platform === "win32")
    throw new Unavailable("the engine is not built here: that needs Linux or macOS");
  const cli = readGoModule("cli");
  const languageHost = readGoModule("language-nodejs");
  const wanted = env["PULUMI_VERSION"];
  if (wanted && wanted !== cli.version) {
    throw new Unavailable(`only ${cli.version} can be built here, and PULUMI_VERSION asks for ${wanted}`);
  }
  // The language host's module asks for an older Go than the CLI's.
  const go = await findGo(cli.go, env);

  const target = join(versionsFolder(env), cli.version);
  return progress.during(
    `Building the Pulumi engine ${cli.version} with ${go.version} into ${target}: about 4 minutes and 3.5 GB of Go's caches the first time.`,
    async (note) => ({
      ...(await installVersion(cli.version, env, async (temporary) => {
        const bin = join(temporary, "bin");
        await mkdir(bin);
        const options = { go: go.command, bin, env, note };
        await buildProgram("pulumi-language-nodejs", languageHost, LANGUAGE_HOST_PACKAGE, options);
        await buildProgram("pulumi", cli, CLI_PACKAGE, options);
        await copyProgram("pulumi-resource-pulumi-nodejs", bin);
        return temporary;
      })),
      how: `built with ${go.version}`,
    }),
  );
}

/**
 * @param {string} name
 * @param {import("./go-module.mjs").GoModule} module
 * @param {string} path of the Go package
 * @param {{ go: string, bin: string, env: NodeJS.ProcessEnv, note: (text: string) => void }} options
 */
async function buildProgram(name, module, path, { go, bin, env, note }) {
  note(`compiling ${name}`);
  const stamp = `-s -w -X ${VERSION_VARIABLE}=${module.version}`;
  // -mod=readonly: our go.sum vouches for every module, and a build never edits it.
  const args = ["build", "-v", "-mod=readonly", "-buildvcs=false", "-trimpath", "-ldflags", stamp];
  const result = await runCommand(go, [...args, "-o", join(bin, name), path], {
    cwd: module.folder,
    // No C compiler needed, as in the official builds; a go.work or a cross-compilation of the user's is not meant here.
    env: { ...env, CGO_ENABLED: "0", GOWORK: "off", GOOS: "", GOARCH: "" },
    onLine: (line) => note(`${name}: ${line}`),
  });
  if (!result.ok) {
    const output = result.lines.slice(-5).map((line) => `\n      ${line}`);
    throw new Unavailable(
      `building ${name} ${module.version} with ${go} failed:${output.join("") || ` ${result.problem}`}`,
    );
  }
}

/**
 * @param {string} name
 * @param {string} bin
 */
async function copyProgram(name, bin) {
  await copyFile(fileURLToPath(new URL(name, import.meta.url)), join(bin, name));
  await chmod(join(bin, name), 0o755);
}
