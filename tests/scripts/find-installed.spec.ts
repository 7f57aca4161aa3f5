import { expect } from "chai";
import { join } from "node:path";
import { FakeMachine, PACKAGE_VERSION } from "./fake-machine";
import { rejectionOf } from "./rejection-of";
import { findInstalled } from "./scripts";

describe("findInstalled", () => {
  let machine: FakeMachine;
  const add = (version: string): string => machine.addPulumi(join(machine.versions, version, "bin"), version);
  beforeEach(() => {
    machine = new FakeMachine();
  });
  afterEach(() => {
    machine.remove();
  });

  it("prefers the version of the npm package to a newer one", async () => {
    add("3.300.0");
    const pulumi = add(PACKAGE_VERSION);
    expect(await findInstalled(machine.context)).to.include({ pulumi, version: PACKAGE_VERSION });
  });

  it("takes the newest of the others, by number and not by name", async () => {
    add("3.201.0");
    add("3.99.0");
    const pulumi = add("3.1000.0");
    expect(await findInstalled(machine.context)).to.include({ pulumi, version: "3.1000.0" });
  });

  it("passes over a version that does not start", async () => {
    machine.addPulumi(join(machine.versions, "3.300.0", "bin"), "3.300.0");
    machine.addProgram(join(machine.versions, "3.300.0", "bin"), "pulumi", "exit 1");
    add("3.258.0");
    expect(await findInstalled(machine.context)).to.include({ version: "3.258.0" });
  });

  it("takes no version but the one PULUMI_VERSION names", async () => {
    add("3.258.0");
    machine.env["PULUMI_VERSION"] = "3.260.0";
    expect(await rejectionOf(findInstalled(machine.context))).to.equal(
      `${machine.versions} holds no 3.260.0`,
    );
  });

  it("refuses when nothing there is new enough", async () => {
    add("3.68.0");
    expect(await rejectionOf(findInstalled(machine.context))).to.equal(
      `${machine.versions} holds no 3.200.0 or newer`,
    );
  });
});
