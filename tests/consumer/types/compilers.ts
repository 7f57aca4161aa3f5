import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmEnvironment } from "../npm-environment";
import { repository } from "../pack-packages";
import { runInstaller } from "../run-to-success";

/** Compilers that are kept apart from the workspace's own: beside it they would fight for the name `tsc`. */
const FOLDER = join(repository, "node_modules", ".cache", "compilers");

/** Compilers by their version, installed where they are not there yet; each is a folder of the package `typescript`. */
export async function installCompilers(versions: readonly string[]): Promise<(version: string) => string> {
  const path = (version: string) => join(FOLDER, "node_modules", `typescript-${version}`);
  const missing = versions.filter((version) => !isThere(path(version)));
  if (missing.length > 0) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ private: true }));
    const packages = missing.map((version) => `typescript-${version}@npm:typescript@~${version}.2`);
    const args = ["install", ...packages, "--no-audit", "--no-fund", "--prefer-offline", "--no-bin-links"];
    await runInstaller("npm", args, FOLDER, npmEnvironment());
  }
  return path;
}

function isThere(folder: string): boolean {
  try {
    return readFileSync(join(folder, "package.json"), "utf8") !== "";
  } catch {
    return false;
  }
}
