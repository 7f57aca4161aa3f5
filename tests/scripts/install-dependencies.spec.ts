import { expect } from "chai";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { FakeMachine } from "./fake-machine";
import { rejectionOf } from "./rejection-of";
import { installDependencies } from "./scripts";

const MANIFEST = { workspaces: ["provider", "examples/*"], dependencies: { chai: "^6.0.0" } };
const PROVIDER = { dependencies: { leftpad: "^1.0.0" } };
const LOCKED = {
  "": MANIFEST,
  provider: PROVIDER,
  "node_modules/chai": { version: "6.3.0" },
  "node_modules/leftpad": { version: "1.2.3" },
  "node_modules/only-on-another-platform": { version: "1.0.0", optional: true },
};
const INSTALLED = {
  provider: PROVIDER,
  "node_modules/chai": { version: "6.3.0" },
  "node_modules/leftpad": { version: "1.2.3" },
};

describe("installDependencies", () => {
  let machine: FakeMachine;
  const writeJson = (path: string, content: unknown): string =>
    machine.writeFile(`repository/${path}`, JSON.stringify(content));
  const recordInstalled = (packages: unknown): string =>
    writeJson("node_modules/.package-lock.json", { packages });

  beforeEach(() => {
    machine = new FakeMachine();
    writeJson("package.json", MANIFEST);
    writeJson("provider/package.json", PROVIDER);
    writeJson("package-lock.json", { packages: LOCKED });
    machine.env["npm_execpath"] = machine.writeFile(
      "npm-cli.js",
      `require("node:fs").appendFileSync(${JSON.stringify(machine.log)}, process.argv.slice(2).join(" ") + "\\n");`,
    );
  });
  afterEach(() => {
    machine.remove();
  });

  it("runs npm ci on a fresh clone, with the development dependencies", async () => {
    await installDependencies(machine.context);
    expect(machine.calls).to.deep.equal(["ci --include=dev"]);
  });

  it("does nothing the second time", async () => {
    await installDependencies(machine.context);
    await installDependencies(machine.context);
    expect(machine.calls).to.have.length(1);
  });

  it("keeps an installation that npm made by hand and that matches", async () => {
    recordInstalled(INSTALLED);
    await installDependencies(machine.context);
    expect(machine.calls).to.deep.equal([]);
  });

  it("installs again when the lock file names another version", async () => {
    recordInstalled(INSTALLED);
    await installDependencies(machine.context);
    writeJson("package-lock.json", { packages: { ...LOCKED, "node_modules/chai": { version: "6.4.0" } } });
    await installDependencies(machine.context);
    expect(machine.calls).to.have.length(1);
  });

  it("installs again when a package that the lock file names is not there", async () => {
    recordInstalled({ ...INSTALLED, "node_modules/leftpad": undefined });
    await installDependencies(machine.context);
    expect(machine.calls).to.have.length(1);
  });

  it("installs again when a package is there that the lock file does not name", async () => {
    recordInstalled({ ...INSTALLED, "node_modules/stray": { version: "1.0.0" } });
    await installDependencies(machine.context);
    expect(machine.calls).to.have.length(1);
  });

  it("installs again when a workspace package asks for something else", async () => {
    await installDependencies(machine.context);
    writeJson("provider/package.json", { dependencies: { leftpad: "^2.0.0" } });
    await installDependencies(machine.context);
    expect(machine.calls).to.have.length(2);
  });

  it("installs again when an example joins the workspace", async () => {
    await installDependencies(machine.context);
    writeJson("examples/first/package.json", { dependencies: { chai: "*" } });
    await installDependencies(machine.context);
    expect(machine.calls).to.have.length(2);
  });

  it("does not install again for an edit that changes no dependency", async () => {
    recordInstalled(INSTALLED);
    await installDependencies(machine.context);
    writeJson("provider/package.json", { ...PROVIDER, description: "another one" });
    await installDependencies(machine.context);
    expect(machine.calls).to.deep.equal([]);
  });

  it("shows what npm wrote when it fails, what to do, and does not count that as installed", async () => {
    const code = 'console.error("npm error code E403"); process.exit(1);';
    machine.env["npm_execpath"] = machine.writeFile("npm-cli.js", code);
    expect(await rejectionOf(installDependencies(machine.context)))
      .to.contain("npm error code E403")
      .and.to.contain("Check the network");
    expect(existsSync(join(machine.root, "node_modules/.cache"))).to.equal(false);
  });
});
