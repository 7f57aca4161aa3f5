import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import { createLimiter } from "../../provider/transport/limiter";
import { repeat } from "../../provider/transport/repeat";
import { refusalOf } from "../errors/refusal-of";
import { quickRetry } from "../helpers/session";

const refusal = new PingOneApiError("too many", {
  operation: "readUser",
  status: 429,
  code: "REQUEST_LIMITED",
  details: [{ code: "LIMIT_EXCEEDED", message: "" }],
});

describe("repeat", () => {
  /** How often a call goes out that is refused for the rate until it has gone out `most` times. */
  async function callsOf(limiter: ReturnType<typeof createLimiter>, most: number): Promise<number> {
    let calls = 0;
    const call = () => {
      calls += 1;
      return calls < most ? Promise.reject(refusal) : Promise.resolve("answer");
    };
    const rules = { policy: quickRetry, limiter, longestSilence: 60_000 };
    await repeat(call, true, rules).catch((error: unknown) => error);
    return calls;
  }

  it("goes on for as long as the limiter waits, beyond the repeats that are counted", async () => {
    const limiter = createLimiter({ maxConcurrency: 1, retry: quickRetry });
    expect(await callsOf(limiter, 20)).to.equal(20);
  });

  it("ends at once where the limiter waits no longer", async () => {
    const limiter = createLimiter({ maxConcurrency: 1, retry: quickRetry });
    expect(await callsOf({ ...limiter, waitsFor: () => false }, 20)).to.equal(1);
    const call = () => Promise.reject(refusal);
    const rules = { policy: quickRetry, limiter: { ...limiter, waitsFor: () => false }, longestSilence: 0 };
    expect(await refusalOf(PingOneApiError, repeat(call, true, rules))).to.equal(refusal);
  });
});
