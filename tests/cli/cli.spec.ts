import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { version } from "../../provider/version";
import { runMask, startCli } from "./run-mask";

const DELIVERY = JSON.stringify(join(__dirname, "../../provider/delivery"));

describe("pulumi-pingone-password", () => {
  it("masks what a command delivers before the command prints anything with it", async () => {
    const env = join(__dirname, "../../node_modules/.cache");
    const { code, stdout } = await runMask(
      `require("tsx/cjs");
       const { mkdtempSync, rmSync } = require("node:fs");
       const folder = mkdtempSync(${JSON.stringify(join(env, "cli-"))});
       const { deliver } = require(${DELIVERY});
       deliver({ githubEnv: "ALICE" }, "p%ss\\nword", { ...process.env, GITHUB_ENV: folder + "/env" }).then(({ place }) => {
         console.log("delivered to " + place);
         rmSync(folder, { recursive: true });
         process.exitCode = 3;
       });`,
    );
    expect({ code, stdout }).to.deep.equal({
      code: 3,
      stdout: "\n::add-mask::p%25ss%0Aword\ndelivered to the job's variable ALICE\n",
    });
  });

  it("passes an end of its own on to the command, and waits for that", async () => {
    const started = startCli(
      ...["mask", "--", process.execPath, "-e"],
      'process.on("SIGTERM", () => process.exit(7)); console.log("ready"); setInterval(() => {}, 1000)',
    );
    await started.printed("ready");
    started.child.kill("SIGTERM");
    expect((await started.ended).code).to.equal(7);
  });

  it("stays when it is interrupted, until the command has ended in its own time", async () => {
    const started = startCli(
      ...["mask", "--", process.execPath, "-e"],
      'process.stdin.once("data", () => process.exit(5)); console.log("ready")',
    );
    await started.printed("ready");
    started.child.kill("SIGINT");
    started.child.stdin.write("go on\n");
    expect((await started.ended).code).to.equal(5);
  });

  it("says which command does not exist", async () => {
    const { code, stderr } = await startCli("mask", "--", "no-such-command-anywhere").ended;
    expect({ code, stderr }).to.deep.equal({ code: 1, stderr: "spawn no-such-command-anywhere ENOENT\n" });
  });

  it("asks for a command", async () => {
    const { code, stderr } = await startCli("mask").ended;
    expect(code).to.equal(1);
    expect(stderr).to.contain("missing required argument 'command'");
  });

  it("tells its version and what it can do", async () => {
    expect((await startCli("--version").ended).stdout).to.equal(`${version}\n`);
    expect((await startCli("--help").ended).stdout).to.contain("mask");
  });

  it("is a command of the package, and among what is published", () => {
    const folder = join(__dirname, "../../provider");
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    expect(manifest).to.deep.include({
      bin: { "pulumi-pingone-password": "./bin/pulumi-pingone-password.js" },
    });
    expect(manifest).to.have.property("files").that.includes("bin");
    expect(readFileSync(join(folder, "bin/pulumi-pingone-password.js"), "utf8")).to.contain(
      'require("../dist/cli/cli.js")',
    );
  });
});
