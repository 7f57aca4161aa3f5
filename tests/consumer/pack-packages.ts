import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { npmEnvironment } from "./npm-environment";
import { runToSuccess } from "./run-to-success";

/** The repository's root. */
export const repository = resolve(__dirname, "../..");

/** Folders of the packages that are published, by name of the package. */
export const published = {
  "pulumi-pingone-password": "provider",
  "pingone-simulator": "simulator",
} as const;

/** Name of a package that is published. */
export type PublishedName = keyof typeof published;

/** Tarballs of both packages, as they would be published; `remove` takes their folder away. */
export type Tarballs = { readonly path: (name: PublishedName) => string; readonly remove: () => void };

/** Packs what is built now, which takes a second. */
export async function packBuilt(): Promise<Tarballs> {
  return pack(repository, mkdtempSync(join(tmpdir(), "pingone-tarballs-")), ["--ignore-scripts"]);
}

/** Packs a copy of the sources as `npm publish` would, build included, which takes some 12 seconds. */
export async function packAnew(stale: string): Promise<Tarballs> {
  const folder = mkdtempSync(join(tmpdir(), "pingone-tarballs-"));
  for (const name of ["package.json", "tsconfig.json"]) {
    cpSync(join(repository, name), join(folder, name));
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  for (const name of Object.values(published)) {
    const source = join(repository, name);
    cpSync(source, join(folder, name), { recursive: true, filter: (path) => path !== join(source, "dist") });
    mkdirSync(join(folder, name, "dist"));
    writeFileSync(join(folder, name, "dist", stale), "");
  }
  return pack(folder, folder, []);
}

async function pack(root: string, folder: string, flags: string[]): Promise<Tarballs> {
  const workspaces = Object.values(published).flatMap((name) => ["--workspace", name]);
  const args = ["pack", ...workspaces, "--pack-destination", folder, ...flags];
  await runToSuccess("npm", args, root, npmEnvironment());
  return {
    path: (name) => {
      const found = readdirSync(folder).find((file) => file.startsWith(`${name}-`) && file.endsWith(".tgz"));
      if (found === undefined) {
        throw new Error(`npm pack left no tarball of ${name} in ${basename(folder)}`);
      }
      return join(folder, found);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
