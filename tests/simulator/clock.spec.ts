import { expect } from "chai";
import { createClock } from "../../simulator/clock";

describe("createClock", () => {
  it("begins at the time given and runs on", () => {
    const clock = createClock(new Date("2030-01-01T00:00:00Z"));
    expect(clock.now() - Date.parse("2030-01-01T00:00:00Z")).to.be.within(0, 1000);
  });

  it("moves forwards and goes back at reset", () => {
    const clock = createClock(new Date("2030-01-01T00:00:00Z"));
    clock.advance(86_400_000);
    expect(new Date(clock.now()).toISOString()).to.contain("2030-01-02");
    clock.reset();
    expect(new Date(clock.now()).toISOString()).to.contain("2030-01-01");
  });

  it("is off by the skew of the moment, which a reset leaves alone", () => {
    let skew = -86_400_000;
    const clock = createClock(new Date("2030-01-02T00:00:00Z"), () => skew);
    clock.advance(3_600_000);
    expect(new Date(clock.now()).toISOString()).to.contain("2030-01-01T01:00:");
    clock.reset();
    expect(new Date(clock.now()).toISOString()).to.contain("2030-01-01T00:00:");
    skew = 0;
    expect(new Date(clock.now()).toISOString()).to.contain("2030-01-02T00:00:");
  });

  it("ends before dates do", () => {
    const clock = createClock(new Date("8999-12-31T23:00:00Z"));
    expect(() => {
      clock.advance(3_600_001);
    }).to.throw(RangeError, "beyond the year 9000");
    clock.advance(60_000);
    expect(new Date(clock.now()).toISOString()).to.contain("8999-12-31T23:01:");
  });

  for (const milliseconds of [-1, Number.NaN, Infinity]) {
    it(`refuses to advance by ${milliseconds}`, () => {
      expect(() => {
        createClock().advance(milliseconds);
      }).to.throw(RangeError);
    });
  }
});
