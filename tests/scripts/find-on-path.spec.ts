import { expect } from "chai";
import { join } from "node:path";
import { FakeMachine } from "./fake-machine";
import { rejectionOf } from "./rejection-of";
import { findOnPath } from "./scripts";

describe("findOnPath", () => {
  let machine: FakeMachine;
  beforeEach(() => {
    machine = new FakeMachine();
  });
  afterEach(() => {
    machine.remove();
  });

  it("takes a pulumi that is new enough and has its companions beside it", async () => {
    const pulumi = machine.addPulumi(machine.bin, "3.200.0");
    expect(await findOnPath(machine.context)).to.deep.equal({
      pulumi,
      version: "3.200.0",
      how: "found on PATH",
    });
  });

  it("takes a pulumi whose companions stand elsewhere on PATH", async () => {
    const elsewhere = join(machine.folder, "elsewhere");
    machine.addProgram(elsewhere, "pulumi-language-nodejs", "exit 0");
    machine.addProgram(elsewhere, "pulumi-resource-pulumi-nodejs", "exit 0");
    machine.env["PATH"] = `${machine.bin}:${elsewhere}`;
    const pulumi = machine.addPulumi(machine.bin, "3.250.1", []);
    expect(await findOnPath(machine.context)).to.include({ pulumi });
  });

  it("refuses a pulumi that is too old, with both versions", async () => {
    machine.addPulumi(machine.bin, "3.199.9");
    expect(await rejectionOf(findOnPath(machine.context))).to.contain("is 3.199.9, older than 3.200.0");
  });

  it("refuses a pulumi without a language host, and names what is missing", async () => {
    machine.addPulumi(machine.bin, "3.258.0", ["pulumi-resource-pulumi-nodejs"]);
    expect(await rejectionOf(findOnPath(machine.context))).to.contain(
      "has no pulumi-language-nodejs beside it",
    );
  });

  it("refuses a pulumi that does not start, with its last words", async () => {
    machine.addPulumi(machine.bin, "3.258.0");
    machine.addProgram(machine.bin, "pulumi", "echo cannot load library >&2; exit 127");
    expect(await rejectionOf(findOnPath(machine.context))).to.contain("failed: cannot load library");
  });

  it("does not start the npm package's launcher in node_modules/.bin", async () => {
    const bin = join(machine.root, "node_modules", ".bin");
    machine.addPulumi(bin, "3.258.0");
    machine.env["PATH"] = bin;
    expect(await rejectionOf(findOnPath(machine.context))).to.equal("there is no pulumi on PATH");
  });
});
