import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { npmEnvironment } from "./npm-environment";
import { runInstaller } from "./run-to-success";

/** Folder of the newest Node that the registry serves; the npm package `node` ships it. */
export async function newestNode(): Promise<string> {
  const args = ["-y", "-p", "node@latest", "node", "-p", "process.execPath"];
  const output = await runInstaller("npx", args, tmpdir(), npmEnvironment());
  return dirname(output.trim().split("\n").at(-1) ?? "");
}
