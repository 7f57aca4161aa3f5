import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { findSecret } from "../helpers/find-secret";
import { itAtLength } from "../helpers/it-at-length";
import { ConsumerProject, passwords } from "./consumer-project";
import { newestNode } from "./newest-node";
import { packBuilt, repository, type Tarballs } from "./pack-packages";
import { npm, type PackageManager, pnpm, yarn, yarnClassic } from "./package-managers";

const { devDependencies: sdks } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  devDependencies: { "@pulumi/pulumi": string; "pulumi-sdk-newest": string };
};
const lockedSdk = sdks["@pulumi/pulumi"];
const newestSdk = sdks["pulumi-sdk-newest"].replace(/^npm:.*@/, "");

describe("a project that installs both packages", function () {
  this.timeout(600_000);
  let tarballs: Tarballs;
  let project: ConsumerProject;
  before(async () => {
    tarballs = await packBuilt();
  });
  beforeEach(() => {
    project = new ConsumerProject();
  });
  afterEach(() => project.remove());
  after(() => tarballs.remove());

  it("comes up, is refreshed and destroyed when npm installed it", async () => {
    await project.install(npm, tarballs, lockedSdk);
    await live(project, process.version);
  });

  for (const manager of [npm, pnpm, yarnClassic, yarn]) {
    itAtLength(`does so on this Node and on the newest when ${manager.name} installed it`, async () => {
      await liveOnBoth(manager);
    });
  }

  itAtLength("does so with the newest @pulumi/pulumi on the newest Node", async () => {
    const bin = await newestNode();
    await project.install(npm, tarballs, newestSdk);
    project.useNode(bin);
    await live(project, versionOf(bin));
  });

  it("says in one sentence that the registry cannot be reached", async () => {
    const nowhere: PackageManager = {
      ...npm,
      install: async (cache) => {
        const { args, env } = await npm.install(cache);
        const settings = { npm_config_registry: "http://127.0.0.1:9", npm_config_cache: cache };
        return { args: [...args, "--fetch-retries=0"], env: { ...env, ...settings } };
      },
    };
    const failure: unknown = await project
      .install(nowhere, tarballs, lockedSdk)
      .catch((error: unknown) => error);
    expect(String(failure), String(failure)).to.match(
      /^Error: The package registry cannot be reached \(\w+\), and this test .*\.$/,
    );
  });

  async function liveOnBoth(manager: PackageManager): Promise<void> {
    await project.install(manager, tarballs, lockedSdk);
    await live(project, process.version);
    await project.end();
    const bin = await newestNode();
    project.useNode(bin);
    await live(project, versionOf(bin));
  }
});

/** The whole life of the project's users, with the commands that its own person would give. */
async function live(project: ConsumerProject, node: string): Promise<void> {
  await project.begin();
  const { stack } = project;
  const up = await stack.up();
  expect(up)
    .to.match(/status\s*: "OK"/)
    .and.to.match(/accounts\s*: "bob carol"/);
  expect(await project.check("alice", "ALICE_PASSWORD")).to.equal(`${node} alice signs on\n`);
  expect(await project.check("bob", "BOB_PASSWORD")).to.equal(`${node} bob signs on\n`);

  const resources = (await stack.resources()).filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/"));
  expect(resources).to.have.length(3);
  for (const { inputs } of resources) {
    expect(inputs["__provider"]).to.match(
      /^exports\.handler=require\("pulumi-pingone-password\/provider"\)\.\w+$/,
    );
  }
  expect(await findSecret(stack, ...Object.values(passwords))).to.deep.equal([]);

  // From here on the text in the state alone finds the package.
  project.deleteProgram();
  await stack.refresh();
  expect(await project.npx("pulumi-pingone-password", "mask", "--help")).to.include(
    "Usage: pulumi-pingone-password mask",
  );
  expect(await project.npx("pulumi-pingone-password", "report", "--help")).to.include(
    "Usage: pulumi-pingone-password report",
  );
  await stack.destroy();
  expect(await project.check("alice", "ALICE_PASSWORD")).to.equal(`${node} alice is gone\n`);
}

function versionOf(bin: string): string {
  return execFileSync(join(bin, "node"), ["--version"], { encoding: "utf8" }).trim();
}
