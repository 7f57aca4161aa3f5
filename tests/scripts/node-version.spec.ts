import { expect } from "chai";
import { rejectionOf } from "./rejection-of";
import { requireNode } from "./scripts";

describe("requireNode", () => {
  it("accepts Node from 20.19 on, of 22 from 22.12 on", async () => {
    for (const version of ["20.19.0", "20.20.2", "22.12.0", "23.0.0", "26.1.0"]) await requireNode(version);
  });

  it("refuses an older one with one sentence that says what to install", async () => {
    // Of 21 and 22 the first releases do not load the dependencies, though they are newer than 20.19.
    for (const version of ["18.20.8", "20.18.3", "21.7.3", "22.11.0"]) {
      expect(await rejectionOf(requireNode(version))).to.equal(
        `Node ${version} does not do: install Node 22.12 or newer, or 20.19 or newer of Node 20, from https://nodejs.org.`,
      );
    }
  });
});
