import { expect } from "chai";
import { createRateControl, type RateControl } from "../../provider/transport/rate-control";

/** A control with a clock of its own. */
function start(ceiling = Infinity) {
  const clock = { time: 0 };
  return { clock, control: createRateControl(ceiling, () => clock.time) };
}

/** Turns that can be had at once. */
function takeAll(control: RateControl, most = 1000): number {
  let taken = 0;
  while (taken < most && control.take() === 0) {
    taken += 1;
  }
  return taken;
}

/** Has the tenant take so many, then refuse one for a second, at the clock's time. */
function refuseAfter({ clock, control }: ReturnType<typeof start>, accepted: number): void {
  Array.from({ length: accepted }).forEach(() => {
    control.accepted();
  });
  control.refused(clock.time, 1000);
}

/** Ends the pause of {@link refuseAfter}, and goes on for some seconds. */
function goOn({ clock, control }: ReturnType<typeof start>, seconds: number): number {
  clock.time += 1000;
  control.take();
  clock.time += seconds * 1000;
  return control.rate();
}

describe("createRateControl", () => {
  it("lets everything pass while nothing limits", () => {
    const { control } = start();
    expect(takeAll(control)).to.equal(1000);
    expect(control.rate()).to.equal(Infinity);
  });

  it("lets a tenth of a second's worth go at once, then one by one", () => {
    const { clock, control } = start(100);
    expect(takeAll(control)).to.equal(10);
    expect(control.take()).to.equal(10);
    clock.time = 10;
    expect(takeAll(control)).to.equal(1);
  });

  it("keeps to the ceiling for as long as it takes", () => {
    const { clock, control } = start(100);
    let taken = 0;
    for (; clock.time < 60_000; clock.time += 7) {
      taken += takeAll(control);
    }
    expect(taken).to.be.within(5990, 6010);
  });

  it("lets nothing go at once where a second's worth is small", () => {
    const { clock, control } = start(2);
    const sent: number[] = [];
    for (; clock.time < 2000; clock.time += 10) {
      sent.push(...Array.from({ length: takeAll(control) }, () => clock.time));
    }
    expect(sent).to.deep.equal([0, 500, 1000, 1500]);
  });

  it("saves nothing up beyond that tenth during a lull", () => {
    const { clock, control } = start(100);
    clock.time = 60_000;
    expect(takeAll(control)).to.equal(10);
  });

  it("lets nothing out for as long as a refusal asks, and says how long that is", () => {
    const { clock, control } = start();
    control.refused(0, 2000);
    expect(control.take()).to.equal(2000);
    clock.time = 1999;
    expect(control.take()).to.equal(1);
    clock.time = 2000;
    expect(control.take()).to.equal(0);
  });

  it("waits for the end of the longest pause that was asked for", () => {
    const { control } = start();
    control.refused(0, 5000);
    control.refused(0, 1000);
    expect(control.take()).to.equal(5000);
  });

  it("comes back a little below what the tenant took in its last good second", () => {
    const run = start();
    refuseAfter(run, 50);
    expect(goOn(run, 0)).to.be.closeTo(50 * 0.96 * 0.8, 0.01);
    run.clock.time += 4000;
    expect(run.control.rate()).to.be.closeTo(48, 0.01);
  });

  it("counts what the tenant took of the requests that were on their way", () => {
    const run = start();
    refuseAfter(run, 40);
    run.clock.time = 20;
    Array.from({ length: 10 }).forEach(() => {
      run.control.accepted();
    });
    expect(goOn(run, 4)).to.be.closeTo(48, 0.01);
  });

  it("learns once from refusals of the same moment", () => {
    const run = start();
    refuseAfter(run, 50);
    run.control.refused(0, 1000);
    run.control.refused(0, 1000);
    expect(goOn(run, 4)).to.be.closeTo(48, 0.01);
  });

  it("learns nothing from a request that was on its way before the pause and is refused after it", () => {
    const run = start();
    refuseAfter(run, 50);
    goOn(run, 10);
    Array.from({ length: 10 }).forEach(() => {
      run.control.accepted();
    });
    run.control.refused(0, 1000);
    expect(goOn(run, 4)).to.be.closeTo(48, 0.01);
  });

  it("slows down again when what it came back with is refused", () => {
    const run = start();
    refuseAfter(run, 50);
    goOn(run, 10);
    Array.from({ length: 48 }).forEach(() => {
      run.control.accepted();
    });
    run.control.refused(run.clock.time, 1000);
    expect(goOn(run, 4)).to.be.closeTo(48 * 0.96, 0.01);
  });

  it("takes no rate from a refusal before anything was taken", () => {
    const run = start(100);
    refuseAfter(run, 0);
    expect(goOn(run, 0)).to.equal(100);
  });

  it("tries more after half a minute without a refusal", () => {
    const run = start();
    refuseAfter(run, 50);
    expect(goOn(run, 29.9)).to.be.closeTo(48, 0.01);
    run.clock.time += 20_100;
    expect(run.control.rate()).to.be.closeTo(96, 0.1);
  });

  it("never tries more than the ceiling", () => {
    const run = start(60);
    refuseAfter(run, 50);
    expect(goOn(run, 600)).to.equal(60);
  });
});
