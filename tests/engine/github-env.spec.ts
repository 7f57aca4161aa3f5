import { expect } from "chai";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { itAtLength } from "../helpers/it-at-length";
import { findSecret } from "../helpers/find-secret";
import { withFiles } from "../helpers/with-files";
import { withStack } from "../helpers/with-stack";

const UP = ["up", "--yes", "--skip-preview"];

withStack("a password generated for a CI job on the engine", ({ simulator, stack, newUser, writes }) => {
  const files = withFiles();
  const declare = (userId: string) =>
    stack().program(`
      new pingone.UserPassword("robot", {
        environmentId: "${simulator().environmentId}", userId: "${userId}",
        generate: {}, deliverTo: { githubEnv: "ROBOT_PASSWORD" },
      });
    `);

  it("is masked before the variable exists, and the variable is the password", async () => {
    const userId = newUser();
    declare(userId);
    const jobEnv = files.path("job-env"),
      before = files.path("before"),
      between = files.path("between.js");
    // Stands between the provider and the mask: keeps what the job's file holds when the mask is printed and not yet answered.
    writeFileSync(
      between,
      `const { appendFileSync, readFileSync } = require("node:fs"), { connect, createServer } = require("node:net");
      const { GITHUB_ENV, PINGONE_MASK_SOCKET: outer } = process.env, [, , command, ...args] = process.argv;
      const inner = createServer((socket) => {
        const mask = connect(outer);
        socket.pipe(mask);
        mask.on("data", (answer) => {
          appendFileSync("${before}", "answer " + answer + readFileSync(GITHUB_ENV, "utf8"));
          socket.write(answer);
        });
      });
      inner.listen(outer + "-inner", () => {
        const env = { ...process.env, PINGONE_MASK_SOCKET: outer + "-inner" };
        const child = require("node:child_process").spawn(command, args, { stdio: "inherit", env });
        child.on("close", (code) => process.exit(code));
      });`,
    );
    writeFileSync(jobEnv, "OTHER=of an earlier step\n");
    stack().setEnv({ GITHUB_ACTIONS: "true", GITHUB_ENV: jobEnv });
    const { exitCode, output } = await stack().runInside(["mask", "--", process.execPath, between], UP);
    expect(exitCode, output).to.equal(0);
    expect(files.delivered("before")).to.equal("answer masked\nOTHER=of an earlier step");
    const [, masked = ""] = /^::add-mask::(.+)$/m.exec(output) ?? [];
    const variable = readFileSync(jobEnv, "utf8");
    const [, end = "", value = ""] = /^ROBOT_PASSWORD<<(.+)\n(.+)\n/m.exec(variable) ?? [];
    expect(variable).to.equal(`OTHER=of an earlier step\nROBOT_PASSWORD<<${end}\n${value}\n${end}\n`);
    expect(simulator().verifyPassword(userId, value)).to.equal(true);
    expect(masked).to.equal(value.replaceAll("%", "%25"));
    expect(output.replace(/^::add-mask::.+$/m, ""), "the job's log").not.to.include(value);

    simulator().ledger.clear();
    stack().setEnv({ GITHUB_ENV: undefined });
    await stack().preview("--expect-no-changes");
    await stack().up("--expect-no-changes");
    expect(writes(), "elsewhere as well").to.deep.equal([]);
  });

  it("is refused at preview outside a job, and where nothing would mask it", async () => {
    declare(newUser());
    stack().setEnv({ GITHUB_ENV: undefined });
    expect(await stack().fail("preview")).to.include(
      "deliverTo.githubEnv works in a job of GitHub Actions only",
    );
    writeFileSync(files.path("github-env"), "");
    stack().setEnv({ GITHUB_ENV: files.path("github-env") });
    expect(await stack().fail("preview")).to.include(
      "Run `npx pulumi-pingone-password mask -- pulumi up` instead of `pulumi up`.",
    );
    expect(await stack().fail(...UP)).to.include("mask -- pulumi up");
    expect(simulator().ledger.entries).to.deep.equal([]);
    expect(readFileSync(files.path("github-env"), "utf8")).to.equal("");
  });

  itAtLength("ends as pulumi does, and sets nothing when the variable cannot be written", async () => {
    const userId = newUser();
    declare(userId);
    stack().setEnv({ GITHUB_ACTIONS: "true", GITHUB_ENV: stack().folder });
    const { exitCode, output } = await stack().runInside(["mask", "--"], UP);
    expect(exitCode).not.to.equal(0);
    expect(output).to.include("could not be written (EISDIR), so none was set");
    expect(writes()).to.deep.equal([]);
    expect(existsSync(files.path("github-env"))).to.equal(false);
    const [, masked = ""] = /^::add-mask::(.+)$/m.exec(output) ?? [];
    stack().runs.pop();
    expect(masked).to.have.length.at.least(24);
    expect(await findSecret(stack(), masked)).to.deep.equal([]);
  });
});
