import { expect } from "chai";
import { PingOneApiError, PingOneNetworkError, PingOneResponseError } from "../../provider/errors";
import { pauseBeforeRepeat } from "../../provider/lifecycle/pause-before-repeat";

const lost = new PingOneNetworkError("lost", true);
const failed = (retryAfter?: number) =>
  new PingOneApiError("failed", {
    operation: "setPassword",
    status: 500,
    code: "UNEXPECTED_ERROR",
    details: [],
    retryAfter,
  });

async function waited(error: unknown, attempt: number): Promise<{ again: boolean; milliseconds: number }> {
  const before = performance.now();
  const again = await pauseBeforeRepeat(error, attempt);
  return { again, milliseconds: performance.now() - before };
}

describe("pauseBeforeRepeat", () => {
  for (const [what, error] of [
    ["a connection that broke", lost],
    ["a failure of PingOne", failed()],
    ["an answer that is not PingOne's", new PingOneResponseError("odd", false)],
  ] as const) {
    it(`waits twice as long after the second try as after the first, after ${what}`, async () => {
      for (const [attempt, least] of [
        [1, 250],
        [2, 500],
      ] as const) {
        const { again, milliseconds } = await waited(error, attempt);
        expect(again).to.equal(true);
        expect(milliseconds, `after try ${attempt}`).to.be.at.least(least - 5);
      }
    });
  }

  it("waits for as long as PingOne asks", async () => {
    const { again, milliseconds } = await waited(failed(1), 1);
    expect(again).to.equal(true);
    expect(milliseconds).to.be.at.least(995);
  });

  for (const [what, error, attempt] of [
    ["the fourth try", lost, 4],
    ["a wait that nobody would wait for", failed(3600), 1],
    ["a bug", new TypeError("bug"), 1],
  ] as const) {
    it(`leaves it to the next run at once after ${what}`, async () => {
      const { again, milliseconds } = await waited(error, attempt);
      expect(again).to.equal(false);
      expect(milliseconds).to.be.below(250);
    });
  }
});
