import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { npmEnvironment } from "./npm-environment";
import { runToSuccess } from "./run-to-success";

/** What rules read of a package.json. */
export type Manifest = {
  readonly name: string;
  readonly main?: string;
  readonly types?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly typesVersions?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
};

/** A package as it lies in somebody's node_modules. */
export type Unpacked = {
  readonly manifest: Manifest;
  /** Every file by its path, with slashes. */
  readonly files: ReadonlyMap<string, string>;
};

/** Unpacks a tarball into a folder, which becomes the package's. */
export async function unpack(tarball: string, folder: string): Promise<Unpacked> {
  mkdirSync(folder, { recursive: true });
  await runToSuccess("tar", ["-xzf", tarball, "--strip-components=1"], folder, npmEnvironment());
  return readUnpacked(folder);
}

/** Reads a package that is unpacked already. */
export function readUnpacked(folder: string): Unpacked {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const files = new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  return { manifest: JSON.parse(files.get("package.json") ?? "{}") as Manifest, files };
}
