import { expect } from "chai";
import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(__dirname, "../..");
const files = [join(root, ".demo-spec"), join(root, "Pulumi.demo-spec.yaml")];

describe("npm run demo", function () {
  this.timeout(120_000);
  const clean = () => files.forEach((path) => rmSync(path, { recursive: true, force: true }));
  afterEach(clean);

  it("refuses a stack whose folder is not the demo's own, and deletes nothing", () => {
    for (const stack of ["npmrc", "demo/../.npmrc", "dev"]) {
      const demo = spawnSync(process.execPath, [join(root, "scripts", "demo.mjs"), "--stack", stack], {
        encoding: "utf8",
      });
      expect(demo.status, stack).to.equal(1);
      expect(demo.stderr).to.include("--stack takes demo, or a name that begins with demo-");
    }
    expect(existsSync(join(root, ".npmrc"))).to.equal(true);
  });

  it("brings the bootstrap stack up, twice, with a tenant of one's own set in the terminal", async () => {
    for (let round = 0; round < 2; round += 1) {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(root, "scripts", "demo.mjs"), "--stack", "demo-spec"],
        { env: { ...process.env, PINGONE_API_ACCESS_TOKEN: "mine", PINGONE_REGION_CODE: "EU" } },
      );
      expect(stdout).to.include("$ pulumi preview").and.to.include("$ pulumi up");
      expect(stdout).to.match(/alice\s+OK, the password given is the one set/);
      expect(stdout).to.match(/bob\s+MUST_CHANGE_PASSWORD, the password given is the one set/);
      expect(stdout).to.match(/carol\s+OK/);
      expect(stdout).to.include("Clean up: rm -rf .demo-spec Pulumi.demo-spec.yaml");
      expect(stdout).not.to.include("PINGONE_CLIENT_SECRET=");
    }
    const environment = join(root, ".demo-spec", "env");
    expect(statSync(environment).mode & 0o077, "for this account only").to.equal(0);
    const [, password = ""] = /ALICE_PASSWORD='([^']+)'/.exec(readFileSync(environment, "utf8")) ?? [];
    expect(password).to.have.length.above(10);
    clean();
    expect(files.some(existsSync)).to.equal(false);
  });
});
