import { expect } from "chai";
import { checkVersions } from "../../../provider/cli/doctor/check-versions";
import { isAtLeast } from "../../../provider/cli/doctor/version-numbers";
import { withMachine } from "./a-machine";

describe("checkVersions", () => {
  const machine = withMachine();
  const look = async (change: { nodeVersion?: string; cwd?: string } = {}, bins?: readonly string[]) => {
    const findings = await checkVersions({ ...machine().world({}, bins), ...change });
    return Object.fromEntries(findings.map((finding) => [finding.check, finding]));
  };

  it("finds all of them in a project", async () => {
    expect(Object.values(await look()).map(({ status }) => status)).to.deep.equal(["ok", "ok", "ok", "ok"]);
  });

  it("says what a folder without them lacks", async () => {
    const found = await look({ cwd: "/" });
    expect(found["pulumi-pingone-password"]?.text).to.contain("a program in this folder does not find it");
    expect(found["@pulumi/pulumi"]?.next).to.contain("npm install @pulumi/pulumi");
  });

  it("refuses a Node that cannot load the dependencies", async () => {
    expect((await look({ nodeVersion: "22.5.1" }))["Node"]).to.include({ status: "failed" });
  });

  it("warns of a Node with which an error of a program can make a run hang", async () => {
    const versions =
      "20.19.5 20.19.6 20.20.2 22.12.0 22.19.0 22.20.0 22.23.3 24.6.0 24.7.0 24.18.1 24.19.0 25.0.0 25.9.0 26.4.0 26.5.0";
    const warned: string[] = [];
    for (const nodeVersion of versions.split(" ")) {
      const { Node: found } = await look({ nodeVersion });
      if (found?.status === "warning") {
        warned.push(nodeVersion);
        expect(found.next).to.contain("24.19 or newer");
      }
    }
    expect(warned.join(" ")).to.equal("20.19.6 20.20.2 22.20.0 22.23.3 24.7.0 24.18.1 25.0.0 25.9.0 26.4.0");
  });

  it("tells of another version of this package in the project", async () => {
    machine().install("pulumi-pingone-password", "9.9.9");
    expect((await look())["pulumi-pingone-password"]?.text).to.contain("gets 9.9.9");
  });

  it("tells of an SDK that is not tested, and of two copies of one", async () => {
    machine().install("@pulumi/pulumi", "3.270.0", "node_modules/pulumi-pingone-password");
    expect((await look())["@pulumi/pulumi"]?.text).to.equal(
      "there are two copies: 3.245.0 for the program, 3.270.0 for pulumi-pingone-password.",
    );
    machine().install("@pulumi/pulumi", "3.150.0");
    expect((await look())["@pulumi/pulumi"]?.text).to.contain(
      "3.150.0 is none that this package is tested with",
    );
  });

  it("does not take npm's launcher for Pulumi", async () => {
    machine().usePulumi('console.log("v3.265.0")', "node_modules/.bin");
    const found = await look({}, ["node_modules/.bin"]);
    expect(found["pulumi"]).to.include({ status: "failed" });
    expect(found["pulumi"]?.next).to.contain("npm run setup");
    expect((await look({}, ["node_modules/.bin", "bin"]))["pulumi"]?.text).to.contain("3.258.0");
  });

  it("refuses a pulumi that is too old, or that does not start", async () => {
    machine().usePulumi('console.log("v3.199.0")');
    expect((await look())["pulumi"]?.text).to.contain("is 3.199.0: it has to be 3.200.0 or newer");
    machine().usePulumi('console.error("error: no such host"); process.exit(3)');
    expect((await look())["pulumi"]?.text).to.contain("does not start: no such host");
  });
});

describe("isAtLeast", () => {
  for (const [version, minimum, expected] of [
    ["v3.258.0", "3.200.0", true],
    ["3.200.0", "3.200.0", true],
    ["3.199.9", "3.200.0", false],
    ["4.0.0-alpha.1", "4", true],
    ["3.9", "3.10", false],
    ["", "3", false],
  ] as const) {
    it(`says ${expected} for "${version}" and ${minimum}`, () => {
      expect(isAtLeast(version, minimum)).to.equal(expected);
    });
  }
});
