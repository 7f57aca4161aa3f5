import { expect } from "chai";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readEngine } from "../../scripts/engine/stamp.mjs";
import { BUILT_VERSION, FakeMachine, PACKAGE_VERSION } from "./fake-machine";
import { rejectionOf } from "./rejection-of";
import { provideEngine } from "./scripts";

describe("provideEngine", () => {
  let machine: FakeMachine;
  beforeEach(() => {
    machine = new FakeMachine();
  });
  afterEach(() => {
    machine.remove();
  });

  it("takes the user's own engine before everything else", async () => {
    machine.addPulumi(machine.bin, "3.210.0");
    machine.addPulumi(join(machine.versions, PACKAGE_VERSION, "bin"), PACKAGE_VERSION);
    machine.allowDownloads();
    machine.addGo();
    expect(await provideEngine(machine.context)).to.include({ version: "3.210.0", how: "found on PATH" });
    expect(machine.calls).to.deep.equal([]);
  });

  it("takes an installed engine before a download", async () => {
    machine.addPulumi(join(machine.versions, BUILT_VERSION, "bin"), BUILT_VERSION);
    machine.allowDownloads();
    expect(await provideEngine(machine.context)).to.include({
      version: BUILT_VERSION,
      how: "already installed",
    });
    expect(machine.calls).to.deep.equal([]);
  });

  it("downloads before it builds", async () => {
    machine.allowDownloads();
    machine.addGo();
    expect(await provideEngine(machine.context)).to.include({ version: PACKAGE_VERSION });
    expect(machine.calls).to.deep.equal([`download ${PACKAGE_VERSION}`]);
  });

  it("builds where the download is refused", async () => {
    machine.addGo();
    expect(await provideEngine(machine.context)).to.include({ version: BUILT_VERSION });
    expect(machine.calls).to.have.length(3);
    expect(machine.calls[0]).to.equal(`download ${PACKAGE_VERSION}`);
  });

  it("neither downloads nor builds a second time", async () => {
    machine.addGo();
    const { pulumi } = await provideEngine(machine.context);
    const calls = machine.calls;
    expect(await provideEngine(machine.context)).to.include({ pulumi, how: "already installed" });
    expect(machine.calls).to.deep.equal(calls);
    expect(readdirSync(machine.versions)).to.deep.equal([BUILT_VERSION]);
  });

  it("names every way it tried and both ways out when none works", async () => {
    machine.addPulumi(machine.bin, "3.100.0");
    const message = await rejectionOf(provideEngine(machine.context));
    expect(message.split("\n").filter((line) => /^ {2}\d\. /.test(line))).to.have.length(4);
    expect(message)
      .to.contain("is 3.100.0, older than 3.200.0")
      .and.to.contain("fetch failed")
      .and.to.contain("there is no go on PATH")
      .and.to.contain("pulumi.com/docs/install")
      .and.to.contain("install Go");
  });

  it("puts the engine's folder first on PATH, once", async () => {
    const pulumi = machine.addPulumi(join(machine.folder, "own"), "3.258.0");
    machine.env["PATH"] = `${machine.bin}:${join(machine.folder, "own")}`;
    const { env } = await provideEngine(machine.context);
    expect(env).to.deep.equal({
      PATH: `${join(pulumi, "..")}:${machine.bin}`,
      PULUMI_HOME: machine.home,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    });
  });
});

describe("readEngine", () => {
  let machine: FakeMachine;
  beforeEach(() => {
    machine = new FakeMachine();
  });
  afterEach(() => {
    machine.remove();
  });

  it("answers with what the set-up found", async () => {
    machine.addPulumi(machine.bin, "3.258.0");
    const engine = await provideEngine(machine.context);
    expect(readEngine(machine.root, machine.env)).to.deep.equal(engine);
  });

  it("does not trust a record whose CLI is gone", async () => {
    const pulumi = machine.addPulumi(machine.bin, "3.258.0");
    await provideEngine(machine.context);
    rmSync(pulumi);
    expect(readEngine(machine.root, machine.env)).to.equal(undefined);
  });

  it("answers with nothing before the first set-up", () => {
    expect(readEngine(machine.root, machine.env)).to.equal(undefined);
  });
});
