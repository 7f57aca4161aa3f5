import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { npmEnvironment } from "./npm-environment";
import { packBuilt, repository } from "./pack-packages";
import { runInstaller } from "./run-to-success";
import { resolutions, TypedProject } from "./type-check";

/** Compilers that @pulumi/pulumi works with; 7 is another one. */
const VERSIONS = ["5.0", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "6.0"];

/** The resolutions that read different parts of package.json, or read them by different rules. */
const SHORT = ["node10", "nodenext in an ES module", "bundler"];

const STRICTEST = { skipLibCheck: false, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };

describe("the entry points in TypeScript", function () {
  this.timeout(900_000);
  let project: TypedProject;
  before(async () => {
    project = new TypedProject();
    const tarballs = await packBuilt();
    await project.unpack(tarballs);
    tarballs.remove();
  });
  after(() => project.remove());

  for (const resolution of resolutions) {
    const test = SHORT.includes(resolution.title) ? it : itAtLength;
    test(`are found with the module resolution ${resolution.title}`, async () => {
      expect(await project.check(join(repository, "node_modules/typescript"), resolution)).to.equal("");
    });
  }

  itAtLength(`are found by TypeScript ${VERSIONS.join(", ")}`, async () => {
    const compilers = await installCompilers();
    try {
      for (const version of VERSIONS) {
        for (const resolution of resolutions.filter(({ title }) => SHORT.includes(title))) {
          // What 6 takes back next time it still finds with this.
          const more = version === "6.0" ? { ignoreDeprecations: "6.0" } : {};
          const said = await project.check(compilers.path(version), resolution, more);
          expect(said, `${version} ${resolution.title}`).to.equal("");
        }
        const [nodenext] = resolutions.filter(({ title }) => title === "nodenext");
        if (nodenext === undefined) throw new Error("no resolution nodenext");
        const said = await project.check(compilers.path(version), nodenext, STRICTEST);
        const ours = said.split("\n").filter((line) => /node_modules\/(pulumi-pingone|pingone)-/.test(line));
        expect(ours, `${version}, our own types checked too`).to.deep.equal([]);
      }
    } finally {
      compilers.remove();
    }
  });
});

async function installCompilers(): Promise<{ path: (version: string) => string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "pingone-compilers-"));
  const dependencies = Object.fromEntries(
    VERSIONS.map((version) => [`typescript-${version}`, `npm:typescript@~${version}.2`]),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  const args = ["install", "--no-audit", "--no-fund", "--prefer-offline", "--no-bin-links"];
  await runInstaller("npm", args, folder, npmEnvironment());
  return {
    path: (version) => join(folder, "node_modules", `typescript-${version}`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
