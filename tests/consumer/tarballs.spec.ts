import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { packAnew, packBuilt, published, repository, type PublishedName } from "./pack-packages";
import * as rules from "./tarball-rules";
import { unpack, type Unpacked } from "./unpacked";

const titles: Readonly<Record<keyof typeof rules, string>> = {
  holdsOnlyWhatRuns: "holds only what runs, its types, README, LICENSE and the documents they link",
  hasTypesOfEachFile: "has the types of each file",
  hasWhatItPointsAt: "has every file its package.json points at",
  hasWhatItRequires: "has or declares every module its files require",
  needsWhatItDeclares: "declares no package it does not need",
  linksLeadInside: "has every document its documents link",
  namesNoMachine: "names no path of a machine and no host of a registry",
  runsNothingAtInstall: "runs nothing when it is installed",
};
const names = Object.keys(published) as PublishedName[];
const ruleNames = Object.keys(rules) as (keyof typeof rules)[];

describe("the tarballs", function () {
  this.timeout(120_000);
  let folder = "";
  const unpacked = new Map<PublishedName, Unpacked>();
  const read = (name: PublishedName): Unpacked => {
    const found = unpacked.get(name);
    if (found === undefined) throw new Error(`${name} was not packed`);
    return found;
  };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "pingone-unpacked-"));
    const tarballs = await packBuilt();
    for (const name of names) unpacked.set(name, await unpack(tarballs.path(name), join(folder, name)));
    tarballs.remove();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of names) {
    for (const rule of ruleNames) {
      it(`${name} ${titles[rule]}`, () => {
        expect(rules[rule](read(name))).to.deep.equal([]);
      });
    }
  }

  it("pingone-simulator holds the page of its console", () => {
    const page = readdirSync(join(repository, "simulator", "console", "page"));
    const wanted = page.filter((name) => !name.endsWith(".json")).map((name) => `console/page/${name}`);
    expect([...read("pingone-simulator").files.keys()]).to.include.members(wanted);
  });

  itAtLength("hold what is built from the sources alone, whatever a former build left", async () => {
    const tarballs = await packAnew("left-over.js");
    try {
      for (const name of names) {
        const { files } = await unpack(tarballs.path(name), join(folder, `${name}-anew`));
        const paths = [...files.keys()];
        expect(paths, name).to.include("dist/index.js");
        expect(paths, name).not.to.include("dist/left-over.js");
      }
    } finally {
      tarballs.remove();
    }
  });
});

describe("the rules of a tarball", () => {
  const good = {
    "README.md": "[more](docs/more.md) https://developer.pingidentity.com",
    "docs/more.md": "",
    LICENSE: "",
    "package.json": "",
    "bin/cli.js": "",
    "dist/index.js": 'require("./a"); require("yaml"); require("node:fs");',
    "dist/index.d.ts": "",
    "dist/a.js": "",
    "dist/a.d.ts": "",
  };
  const manifest = { name: "good", main: "./dist/index.js", dependencies: { yaml: "2" } };
  const broken = (files: Record<string, string>, changes: object = {}): string[] => {
    const all = new Map(Object.entries({ ...good, ...files }));
    return ruleNames.filter(
      (rule) => rules[rule]({ manifest: { ...manifest, ...changes }, files: all }).length > 0,
    );
  };

  it("pass a tarball that is well", () => {
    expect(broken({})).to.deep.equal([]);
  });

  for (const path of [
    "dist/tsconfig.tsbuildinfo",
    "dist/a.js.map",
    "index.ts",
    "tests/a.js",
    "dist/tests/a.js",
    ".npmrc",
    "docs/unlinked.md",
  ]) {
    it(`find ${path}`, () => {
      expect(broken({ [path]: "" })).to.include("holdsOnlyWhatRuns");
    });
  }

  it("find each of the other faults", () => {
    expect(broken({ "dist/b.js": "" })).to.deep.equal(["hasTypesOfEachFile"]);
    expect(broken({}, { exports: { "./client": { default: "./dist/client.js" } } })).to.deep.equal([
      "hasWhatItPointsAt",
    ]);
    expect(broken({ "dist/a.js": 'const b = () => require("./b")' })).to.deep.equal(["hasWhatItRequires"]);
    expect(broken({ "dist/a.js": 'import("lodash/get")' })).to.deep.equal(["hasWhatItRequires"]);
    expect(broken({ "dist/a.d.ts": 'export { b } from "./b";' })).to.deep.equal(["hasWhatItRequires"]);
    expect(broken({}, { dependencies: { yaml: "2", lodash: "4" } })).to.deep.equal(["needsWhatItDeclares"]);
    expect(broken({ "docs/more.md": "[a](../gone.md)" })).to.deep.equal(["linksLeadInside"]);
    expect(broken({ "dist/a.js": "// /home/somebody/a.ts" })).to.deep.equal(["namesNoMachine"]);
    expect(broken({ LICENSE: "https://registry.somewhere.org/a" })).to.deep.equal(["namesNoMachine"]);
    expect(broken({}, { scripts: { postinstall: "node a.js" } })).to.deep.equal(["runsNothingAtInstall"]);
  });
});
