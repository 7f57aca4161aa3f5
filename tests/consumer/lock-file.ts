import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./pack-packages";

/** A package as package-lock.json describes it. */
export type LockedPackage = {
  readonly version?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly deprecated?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** Packages of a lock file by their folder, `node_modules/a/node_modules/b`; those of the workspace by theirs. */
export type Lock = Readonly<Record<string, LockedPackage>>;

/** What this repository has locked. */
export function readLock(): Lock {
  const text = readFileSync(join(repository, "package-lock.json"), "utf8");
  return (JSON.parse(text) as { packages: Lock }).packages;
}

/**
 * Everything that comes along with a package, by folder: its dependencies, theirs, and so on. Peers are the installing project's own.
 * Fails when the lock file misses one.
 */
export function installedWith(lock: Lock, folder: string): Lock {
  const found = new Map<string, LockedPackage>();
  const visit = (from: string) => {
    const { dependencies, optionalDependencies } = lock[from] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const [path, locked] = resolve(lock, from, name);
      if (!found.has(path)) {
        found.set(path, locked);
        visit(path);
      }
    }
  };
  visit(folder);
  return Object.fromEntries(found);
}

/** As Node looks for it: beside what asks, then in each node_modules further out. */
function resolve(lock: Lock, from: string, name: string): [string, LockedPackage] {
  for (let folder: string | undefined = from; folder !== undefined; folder = parentOf(folder)) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    const locked = lock[path];
    if (locked !== undefined) return [path, locked];
  }
  throw new Error(`package-lock.json has no ${name} for ${from}`);
}

function parentOf(folder: string): string | undefined {
  if (folder === "") return undefined;
  const inner = folder.lastIndexOf("/node_modules/");
  return inner < 0 ? "" : folder.slice(0, inner);
}
