import { expect } from "chai";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { BUILT_VERSION, FakeMachine } from "./fake-machine";
import { rejectionOf } from "./rejection-of";
import { buildWithGo, repository } from "./scripts";

describe("buildWithGo", () => {
  let machine: FakeMachine;
  beforeEach(() => {
    machine = new FakeMachine();
  });
  afterEach(() => {
    machine.remove();
  });

  it("builds the language host and the CLI, each from its own module", async () => {
    machine.addGo();
    await buildWithGo(machine.context);
    const [host = "", cli = "", ...others] = machine.calls;
    expect(host).to.match(
      /^\S+\/scripts\/engine\/language-nodejs build -v -mod=readonly .*\/pulumi-language-nodejs$/,
    );
    expect(cli).to.match(/^\S+\/scripts\/engine\/cli build -v -mod=readonly .*\/pkg\/v3\/cmd\/pulumi$/);
    expect(others).to.deep.equal([]);
  });

  it("stamps the version into the CLI", async () => {
    machine.addGo();
    await buildWithGo(machine.context);
    expect(machine.calls[1]).to.contain(`common/version.Version=${BUILT_VERSION}`);
  });

  it("places all three programs together, executable", async () => {
    machine.addGo();
    const bin = join(machine.versions, BUILT_VERSION, "bin");
    expect(await buildWithGo(machine.context)).to.deep.equal({
      pulumi: join(bin, "pulumi"),
      version: BUILT_VERSION,
      how: "built with go1.30.0",
    });
    const programs = readdirSync(bin).sort();
    expect(programs).to.deep.equal(["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"]);
    for (const name of programs) expect(statSync(join(bin, name)).mode & 0o111, name).to.equal(0o111);
  });

  it("says what it builds, into where and for how long", async () => {
    machine.addGo();
    await buildWithGo(machine.context);
    expect(machine.output)
      .to.contain(join(machine.versions, BUILT_VERSION))
      .and.to.match(/about \d+ minutes/);
  });

  it("leaves nothing behind when the second build fails, and shows what go wrote", async () => {
    machine.addGo({
      build: `case "$out" in */pulumi) echo missing go.sum entry >&2; exit 1;; esac; touch "$out"`,
    });
    expect(await rejectionOf(buildWithGo(machine.context)))
      .to.contain(`building pulumi ${BUILT_VERSION}`)
      .and.to.contain("missing go.sum entry");
    expect(readdirSync(machine.versions)).to.deep.equal([]);
  });

  it("does not place a CLI that does not start", async () => {
    machine.addGo({ build: `printf '#!/bin/sh\\nexit 3\\n' > "$out"; chmod +x "$out"` });
    expect(await rejectionOf(buildWithGo(machine.context))).to.contain("exit code 3");
    expect(readdirSync(machine.versions)).to.deep.equal([]);
  });

  it("names the Go that is needed when there is none", async () => {
    const wanted = /^go (\S+)$/m.exec(
      readFileSync(join(repository, "scripts/engine/cli/go.mod"), "utf8"),
    )?.[1];
    expect(await rejectionOf(buildWithGo(machine.context)))
      .to.contain("there is no go on PATH")
      .and.to.contain(`Go ${String(wanted)} or newer`);
  });

  it("refuses an old Go that may not fetch a newer one", async () => {
    machine.addGo({ version: "go1.24.1", toolchain: "local" });
    expect(await rejectionOf(buildWithGo(machine.context))).to.match(
      /is go1\.24\.1, older than \S+ and GOTOOLCHAIN=local/,
    );
    expect(machine.calls).to.deep.equal([]);
  });

  it("lets an old Go fetch the toolchain that the module asks for", async () => {
    machine.addGo({ version: "go1.24.1", toolchain: "auto" });
    expect(await buildWithGo(machine.context)).to.include({ version: BUILT_VERSION });
  });

  it("refuses a Go from before toolchains were fetched", async () => {
    machine.addGo({ version: "go1.20.14", toolchain: "" });
    expect(await rejectionOf(buildWithGo(machine.context))).to.contain("is go1.20.14, older than");
  });

  it("does not build another version than PULUMI_VERSION asks for", async () => {
    machine.addGo();
    machine.env["PULUMI_VERSION"] = "3.265.0";
    expect(await rejectionOf(buildWithGo(machine.context))).to.contain("PULUMI_VERSION asks for 3.265.0");
    expect(existsSync(machine.versions)).to.equal(false);
  });

  it("says what to do when the folder cannot be written", async () => {
    machine.addGo();
    machine.writeFile("pulumi-home", "a file where the folder should be");
    expect(await rejectionOf(buildWithGo(machine.context))).to.contain(
      "set PULUMI_HOME to a folder that can be written",
    );
  });
});
