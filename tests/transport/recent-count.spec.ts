import { expect } from "chai";
import { createRecentCount } from "../../provider/transport/recent-count";

describe("createRecentCount", () => {
  it("counts what happened in the last second, and forgets the rest", () => {
    const count = createRecentCount();
    [0, 50, 450, 990].forEach((time) => {
      count.add(time);
    });
    expect([990, 1050, 1450, 1850, 2050].map((time) => count.total(time))).to.deep.equal([4, 2, 1, 1, 0]);
  });

  it("begins afresh after a long lull", () => {
    const count = createRecentCount();
    count.add(100);
    count.add(1_000_000);
    expect(count.total(1_000_000)).to.equal(1);
  });

  it("counts from any time on, however the clock began", () => {
    const count = createRecentCount();
    count.add(123_456.7);
    count.add(123_456.8);
    expect(count.total(123_500)).to.equal(2);
    expect(count.total(125_000)).to.equal(0);
  });
});
