import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { isSupportedNode } from "../provider/require-node";
import { isSupportedNode as isSupportedBySimulator } from "../simulator/require-node";

const ROOT = join(__dirname, "..");

describe("isSupportedNode", () => {
  for (const supports of [isSupportedNode, isSupportedBySimulator]) {
    it("takes what loads ES modules with require", () => {
      const versions = ["20.19.0", "20.20.2", "22.12.0", "23.0.0", "26.1.0", process.versions.node];
      expect(versions.filter((version) => !supports(version))).to.deep.equal([]);
    });

    it("refuses what does not", () => {
      const versions = ["18.20.8", "19.9.0", "20.18.3", "21.7.3", "22.5.1", "22.11.0"];
      expect(versions.filter(supports)).to.deep.equal([]);
    });
  }
});

describe("an old Node", () => {
  let folder = "";
  let old = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "pingone-old-node-"));
    old = join(folder, "old-node.cjs");
    const versions = '{ value: { ...process.versions, node: "18.20.8" } }';
    writeFileSync(old, `Object.defineProperty(process, "versions", ${versions});`);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--require", old, ...args], { cwd: ROOT, encoding: "utf8" });

  for (const command of ["provider/bin/pulumi-pingone-password.js", "simulator/bin/pingone-simulator.js"]) {
    it(`is refused by ${command} in one sentence`, () => {
      const { status, stderr } = run(command, "--help");
      expect(status).to.equal(1);
      expect(stderr).to.match(
        /^[\w-]+ needs Node 22\.12 or newer, or 20\.19 or newer of Node 20; this is 18\.20\.8\. .*\n$/,
      );
    });
  }

  for (const script of ["demo", "test", "setup", "simulator"]) {
    it(`is refused by npm run ${script} before anything is installed`, () => {
      const { status, stdout, stderr } = run(`scripts/${script}.mjs`);
      expect({ status, stdout }).to.deep.equal({ status: 1, stdout: "" });
      expect(stderr.trim()).to.equal(
        "Node 18.20.8 does not do: install Node 22.12 or newer, or 20.19 or newer of Node 20, from https://nodejs.org.",
      );
    });
  }

  for (const entry of ["", "/provider", "/client"]) {
    it(`is refused by pulumi-pingone-password${entry} before any dependency is loaded`, () => {
      const { stderr } = run("-e", `require("pulumi-pingone-password${entry}")`);
      expect(stderr).to.contain("Error: pulumi-pingone-password needs Node 22.12").and.not.to.contain("ERR_");
    });
  }
});
