import { expect } from "chai";
import { createReports } from "../../provider/dynamic/reports";

/** Reports, and what they log. */
function recordReports() {
  const logged: unknown[][] = [];
  const reportFor = createReports((...message) => {
    logged.push(message);
    return Promise.resolve();
  });
  return { reportFor, logged };
}

describe("createReports", () => {
  it("speaks on the resource's line", () => {
    const { reportFor, logged } = recordReports();
    const report = reportFor("UserPassword e/u", "urn:alice");
    report.info("set");
    report.warn("changed outside");
    expect(report.resource).to.equal("urn:alice");
    expect(logged).to.deep.equal([
      ["info", "set", "urn:alice"],
      ["warning", "changed outside", "urn:alice"],
    ]);
  });

  it("names the resource in the text where its URN is not known", () => {
    const { reportFor, logged } = recordReports();
    const report = reportFor("UserPassword e/u", undefined);
    report.info("set");
    expect(report.resource).to.equal("UserPassword e/u");
    expect(logged).to.deep.equal([["info", "UserPassword e/u: set", undefined]]);
  });

  it("says the same once per resource, in however many calls", () => {
    const { reportFor, logged } = recordReports();
    for (const urn of ["urn:alice", "urn:alice", "urn:bob"]) {
      reportFor("UserPassword e/u", urn).info("set");
    }
    expect(logged.map(([, , urn]) => urn)).to.deep.equal(["urn:alice", "urn:bob"]);
  });

  for (const urns of [
    [undefined, "urn:alice"],
    ["urn:alice", undefined],
  ]) {
    it(`says once what a refresh${urns[0] === undefined ? ", which knows no URN," : ""} and a run both find, ${String(urns[0])} first`, () => {
      const { reportFor, logged } = recordReports();
      for (const urn of urns) {
        reportFor("UserPassword e/u", urn).info("set");
      }
      expect(logged.map(([, , urn]) => urn)).to.deep.equal([urns[0]]);
    });
  }

  it("is flushed when its messages are out", async () => {
    const steps: string[] = [];
    const reportFor = createReports(async () => {
      await new Promise(setImmediate);
      steps.push("out");
    });
    const report = reportFor("UserPassword e/u", "urn:alice");
    report.info("set");
    await report.flush();
    steps.push("flushed");
    expect(steps).to.deep.equal(["out", "flushed"]);
  });
});
