import { expect } from "chai";
import { rejectionOf } from "./rejection-of";
import { requireNode } from "./scripts";

describe("requireNode", () => {
  it("accepts Node from 20.19 on", async () => {
    for (const version of ["20.19.0", "20.20.2", "22.0.0", "26.1.0"]) await requireNode(version);
  });

  it("refuses an older one with one sentence that says what to install", async () => {
    expect(await rejectionOf(requireNode("20.18.3"))).to.equal(
      "Node 20.18.3 is too old: install Node 20.19 or newer from https://nodejs.org.",
    );
  });
});
