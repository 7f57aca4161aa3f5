import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { npmEnvironment } from "./npm-environment";
import { runInstaller } from "./run-to-success";

/** Folder of the newest Node that the registry serves. */
export function newestNode(): Promise<string> {
  return nodeFolder("latest");
}

/** Folder of a Node, e.g. of the newest of `22`; the npm package `node` ships it. */
export async function nodeFolder(version: string): Promise<string> {
  const args = ["-y", "-p", `node@${version}`, "node", "-p", "process.execPath"];
  const output = await runInstaller("npx", args, tmpdir(), npmEnvironment());
  return dirname(output.trim().split("\n").at(-1) ?? "");
}
