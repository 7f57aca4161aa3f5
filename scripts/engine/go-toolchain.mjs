import { tmpdir } from "node:os";
import { runCommand } from "../setup/run-command.mjs";
import { isAtLeast, parseVersion } from "../setup/version.mjs";
import { findExecutable, pathFolders } from "./executable.mjs";
import { Unavailable } from "./unavailable.mjs";

/** From this version on, Go fetches the toolchain that a module asks for, unless GOTOOLCHAIN forbids it. */
const FIRST_TO_SWITCH = "1.21.0";

/**
 * The `go` on PATH that can build modules which ask for `wanted`. Otherwise throws `Unavailable`.
 * @param {string} wanted
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ command: string, version: string }>}
 */
export async function findGo(wanted, env) {
  const command = findExecutable("go", pathFolders(env));
  if (!command)
    throw new Unavailable(`there is no go on PATH; building the engine takes Go ${wanted} or newer`);

  // Outside any module, so that Go answers for itself and does not fetch another toolchain yet.
  const result = await runCommand(command, ["env", "GOVERSION", "GOTOOLCHAIN"], { cwd: tmpdir(), env });
  if (!result.ok) throw new Unavailable(`"${command} env" failed: ${result.problem}`);
  const [version = "", toolchain = ""] = result.lines;

  const found = parseVersion(version);
  const maySwitch = found !== undefined && isAtLeast(found, FIRST_TO_SWITCH) && /(^|\+)auto$/.test(toolchain);
  if (found && !isAtLeast(found, wanted) && !maySwitch) {
    const reason = isAtLeast(found, FIRST_TO_SWITCH)
      ? ` and GOTOOLCHAIN=${toolchain} keeps it from fetching one`
      : "";
    throw new Unavailable(`${command} is ${version}, older than ${wanted}${reason}`);
  }
  return { command, version };
}
