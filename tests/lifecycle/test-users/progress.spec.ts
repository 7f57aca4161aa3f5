import { expect } from "chai";
import { createProgress } from "../../../provider/lifecycle/test-users/progress";
import { recordReport } from "../../helpers/session";

describe("createProgress", () => {
  /** Steps of equal length, in milliseconds. */
  function run(total: number, length: number): readonly string[] {
    let time = 5000;
    const report = recordReport();
    const progress = createProgress(report, total, () => time);
    for (let done = 0; done < total; done += 1) {
      time += length;
      progress.step();
    }
    return report.stages;
  }

  it("says nothing of what is soon over", () => {
    expect(run(9, 100)).to.deep.equal([]);
  });

  it("tells done, total, rate and time left, about once a second", () => {
    expect(run(40, 100)).to.deep.equal([
      "10/40 users, 10/s, 3 s left",
      "20/40 users, 10/s, 2 s left",
      "30/40 users, 10/s, 1 s left",
      "40 users in 4 s",
    ]);
  });

  it("tells slow rates and long times", () => {
    expect(run(100, 1500)[0]).to.equal("1/100 users, 0.7/s, 2 min 29 s left");
  });

  it("tells it more seldom in a long run", () => {
    expect(run(1000, 1000)).to.have.length.within(100, 120);
  });
});
