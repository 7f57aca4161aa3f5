import { expect } from "chai";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { FakeMachine, PACKAGE_VERSION } from "./fake-machine";
import { rejectionOf } from "./rejection-of";
import { download } from "./scripts";

describe("download", () => {
  let machine: FakeMachine;
  beforeEach(() => {
    machine = new FakeMachine();
  });
  afterEach(() => {
    machine.remove();
  });

  it("places what the npm package downloads where the package itself looks", async () => {
    machine.allowDownloads();
    const pulumi = join(machine.versions, PACKAGE_VERSION, "bin", "pulumi");
    expect(await download(machine.context)).to.include({ pulumi, version: PACKAGE_VERSION });
    expect(readdirSync(machine.versions)).to.deep.equal([PACKAGE_VERSION]);
  });

  it("downloads the version that PULUMI_VERSION names", async () => {
    machine.allowDownloads();
    machine.env["PULUMI_VERSION"] = "3.244.0";
    expect(await download(machine.context)).to.include({ version: "3.244.0" });
  });

  it("says why a refused download failed and leaves nothing behind", async () => {
    expect(await rejectionOf(download(machine.context))).to.equal(
      `the download of ${PACKAGE_VERSION} by the npm package "pulumi" failed: pulumi: fetch failed`,
    );
    expect(readdirSync(machine.versions)).to.deep.equal([]);
  });

  it("does not download a version that is too old", async () => {
    machine.allowDownloads();
    machine.env["PULUMI_VERSION"] = "3.100.0";
    expect(await rejectionOf(download(machine.context))).to.contain("has to be 3.200.0 or newer");
    expect(machine.calls).to.deep.equal([]);
  });
});
