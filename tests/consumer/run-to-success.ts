import { tmpdir } from "node:os";
import { runCommand } from "../helpers/run-command";

/** Runs a command and returns what it printed, or fails with that. */
export async function runToSuccess(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<string> {
  const { exitCode, output } = await runCommand(command, [...args], cwd, env);
  if (exitCode !== 0) {
    throw new Error(`${command} ${args.join(" ")} failed with ${exitCode}:\n${output}`);
  }
  return output;
}

/** The same for a command that installs: one sentence when the registry is the reason, as a test of these is never passed over. */
export async function runInstaller(...run: Parameters<typeof runToSuccess>): Promise<string> {
  try {
    return await runToSuccess(...run);
  } catch (error) {
    const [, , , env] = run;
    // Asked by itself: npm calls a package that it could not fetch a conflict of versions.
    const asked = await runCommand("npm", ["view", "pulumi", "version", "--fetch-retries=0"], tmpdir(), env);
    if (asked.exitCode === 0) throw error;
    const [, code = "no answer"] = /npm error code (\w+)/.exec(asked.output) ?? [];
    throw new Error(
      `The package registry cannot be reached (${code}), and this test installs packages from it: check the network, or what \`npm config get registry\` says.`,
    );
  }
}
