import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { installedWith, type Lock, readLock } from "./lock-file";
import { published, repository } from "./pack-packages";
import type { Manifest } from "./unpacked";

/** Licences that ask of a user no more than to keep their text. */
const LICENSES = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "BlueOak-1.0.0"];

/** Packages that may come along with each, at any depth: room for a dependency that splits one off, not for another framework. */
const MOST = { provider: 25, simulator: 65 } as const;

/** Deprecated packages that come along all the same, and why. */
const TOLERATED: Readonly<Record<string, string>> = {
  "node-domexception": "of fetch-blob, which node-fetch needs: a few lines that hand on Node's own",
};

const lock = readLock();

for (const folder of Object.values(published)) {
  describe(`the dependencies of ${folder}`, () => {
    const manifest = JSON.parse(readFileSync(join(repository, folder, "package.json"), "utf8")) as Manifest;
    const readme = readFileSync(join(repository, folder, "README.md"), "utf8");
    const direct = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

    it("each have a row with their reason in the README, and no row is for another", () => {
      const rows = rowsOf(readme);
      expect(rows.map(({ name }) => name)).to.have.members(direct);
      expect(rows.filter(({ why }) => why.split(" ").length < 2)).to.deep.equal([]);
    });

    it("run nothing when they are installed", () => {
      expect(
        namesOf(installedWith(lock, folder), ({ hasInstallScript }) => hasInstallScript === true),
      ).to.deep.equal([]);
    });

    it("have licences that anyone can live with", () => {
      const isOther = ({ license = "none" }: Lock[string]) => !LICENSES.includes(license);
      expect(namesOf(installedWith(lock, folder), isOther)).to.deep.equal([]);
    });

    it("are not deprecated", () => {
      const deprecated = namesOf(installedWith(lock, folder), (locked) => locked.deprecated !== undefined);
      expect(deprecated.filter((name) => TOLERATED[name] === undefined)).to.deep.equal([]);
    });

    it("are few", () => {
      const names = namesOf(installedWith(lock, folder), () => true);
      expect(names, names.join(" ")).to.have.length.within(direct.length, MOST[folder]);
    });
  });
}

describe("what is installed with a package", () => {
  const lockOf = (changes: Lock): Lock => ({
    app: { dependencies: { a: "1" } },
    "node_modules/a": { dependencies: { b: "1" }, license: "MIT" },
    "node_modules/b": { license: "ISC" },
    "node_modules/stranger": { hasInstallScript: true },
    ...changes,
  });

  it("is everything that it reaches and nothing else", () => {
    expect(Object.keys(installedWith(lockOf({}), "app"))).to.deep.equal(["node_modules/a", "node_modules/b"]);
  });

  it("is the nearest of two versions", () => {
    const nested = { "node_modules/a/node_modules/b": { hasInstallScript: true } };
    expect(
      namesOf(installedWith(lockOf(nested), "app"), (locked) => locked.hasInstallScript === true),
    ).to.deep.equal(["b"]);
  });

  it("cannot be said of a lock file that misses some", () => {
    expect(() => installedWith({ app: { dependencies: { a: "1" } } }, "app")).to.throw("has no a for app");
  });
});

/** The rows of the table under "Dependencies". */
function rowsOf(readme: string): { name: string; why: string }[] {
  const [, section = ""] = readme.split("\n## Dependencies\n");
  const [table = ""] = section.split("\n## ");
  return [...table.matchAll(/^\| `([^`]+)`\s*\|\s*(.*?)\s*\|$/gm)].map(([, name = "", why = ""]) => ({
    name,
    why,
  }));
}

function namesOf(packages: Lock, isWanted: (locked: Lock[string]) => boolean): string[] {
  return Object.entries(packages)
    .filter(([, locked]) => isWanted(locked))
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
}
