import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import { PingOneApiError, PingOneTimeoutError } from "../errors";
import type { Limiter } from "./limiter";
import { isRateLimit } from "./rate-limit";
import { delayBeforeRepeat, type Repeatable, type RetryPolicy } from "./retry";

/** What decides on repeats, beside the operation. */
export type RepeatRules = {
  readonly policy: RetryPolicy;
  readonly limiter: Limiter;
  /** Milliseconds without any answer, to whatever call, after which a call that timed out is not repeated. */
  readonly longestSilence: number;
};

/**
 * Runs a call until it succeeds or must not go out again. Refusals for the rate are not among the repeats that are counted: however
 * many there are, they only take time.
 */
export async function repeat<T>(
  call: () => Promise<T>,
  repeatable: Repeatable,
  { policy, limiter, longestSilence }: RepeatRules,
): Promise<T> {
  const begun = limiter.now();
  const first = call();
  try {
    return await first;
  } catch {
    // Only what failed goes through p-retry, which costs as much as the rest of a call's way to the socket.
  }
  let failures = 0;
  return pRetry((attempt) => (attempt === 1 ? first : call()), {
    retries: Infinity,
    minTimeout: 0,
    maxTimeout: 0,
    shouldRetry: async ({ error }) => {
      if (error instanceof PingOneApiError && isRateLimit(error.status, error.details)) {
        return limiter.waitsFor(error);
      }
      if (error instanceof PingOneTimeoutError && limiter.silence(begun) >= longestSilence) {
        return false;
      }
      failures += 1;
      const delay =
        failures > policy.retries
          ? undefined
          : delayBeforeRepeat(error, failures, repeatable, Math.random(), policy);
      if (delay !== undefined) {
        await sleep(delay);
      }
      return delay !== undefined;
    },
  });
}
