import { setTimeout as timer } from "node:timers/promises";
import PQueue from "p-queue";
import type { PingOneApiError } from "../errors";
import { parseErrorBody } from "./error-body";
import type { Exchange, HttpResponse } from "./exchange";
import { createRateControl } from "./rate-control";
import { isRateLimit } from "./rate-limit";
import type { RetryPolicy } from "./retry";
import { askedWait } from "./retry-after";

/** What is shared by all requests to one tenant, repeats and token requests included. */
export type Limiter = {
  /** Runs one attempt of a call as soon as a place is free. Who waits for a repeat holds none, and queues up again behind the others. */
  place<T>(attempt: () => Promise<T>): Promise<T>;
  /** An exchange that sends each request at its turn, and learns from the answer. */
  pace(exchange: Exchange): Exchange;
  /** Whether a call that was refused for the rate is to queue up again: this limiter sees to the waiting. */
  waitsFor(error: PingOneApiError): boolean;
  /** Milliseconds without any answer, counted from a time of the limiter's clock at the earliest. */
  silence(since: number): number;
  /** The time of the limiter's clock. */
  now(): number;
};

/** How a limiter is made. */
export type LimiterOptions = {
  /** Requests in flight at once. */
  readonly maxConcurrency: number;
  /** Requests per second. @default no limit of our own */
  readonly requestsPerSecond?: number | undefined;
  readonly retry: RetryPolicy;
  /** Milliseconds of nothing but refusals for the rate after which calls give up. @default 5 minutes */
  readonly patience?: number;
  /** Milliseconds of a clock that does not go back. @default performance.now */
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
};

const PATIENCE = 5 * 60_000;

/** Milliseconds; a timer cannot count without end. */
const LONGEST_SLEEP = 60_000;

/**
 * The one limiter of a process. While nothing limits, a request passes at once. A 429 pauses all requests for as long as PingOne asks
 * and slows them to what the tenant takes. There is a timer only while a call waits: it holds the process, as the call does.
 */
export function createLimiter({
  maxConcurrency,
  requestsPerSecond = Infinity,
  retry,
  patience = PATIENCE,
  now = () => performance.now(),
  sleep = timer,
}: LimiterOptions): Limiter {
  const places = new PQueue({ concurrency: maxConcurrency });
  const control = createRateControl(requestsPerSecond, now);
  const waiting: (() => void)[] = [];
  let isReleasing = false;
  let answeredAt = -Infinity;
  /** Refusals since the tenant last took a request: the first, the latest, and how many moments of them. */
  let refusals: { readonly first: number; last: number; moments: number } | undefined;

  function turn(): Promise<void> | undefined {
    if (waiting.length === 0 && control.take() === 0) {
      return undefined;
    }
    return new Promise((resolve) => {
      waiting.push(resolve);
      void release();
    });
  }

  async function release(): Promise<void> {
    if (isReleasing) {
      return;
    }
    isReleasing = true;
    while (waiting.length > 0) {
      const wait = control.take();
      if (wait === 0) {
        waiting.shift()?.();
      } else {
        await sleep(Math.min(Math.ceil(wait), LONGEST_SLEEP));
      }
    }
    isReleasing = false;
  }

  function refused(sentAt: number, asked: number | undefined): void {
    const time = now();
    // A refusal of long ago says nothing of the time since: nobody asked.
    const earlier = refusals !== undefined && time - refusals.last < patience ? refusals : undefined;
    const isSameMoment = earlier !== undefined && sentAt <= earlier.last;
    refusals = earlier ?? { first: time, last: time, moments: 0 };
    if (!isSameMoment) {
      refusals.last = time;
      refusals.moments += 1;
    }
    control.refused(sentAt, pauseFor(asked, refusals.moments, Math.random(), retry));
  }

  function learn(sentAt: number, response: HttpResponse): void {
    const body = response.status === 429 ? parseErrorBody(response.text) : undefined;
    if (!isRateLimit(response.status, body?.details ?? [])) {
      // What fails behind the limit has passed it, or an outage would pass for a tenant that takes next to nothing.
      control.accepted();
      if (response.status < 500) {
        refusals = undefined;
      }
      return;
    }
    const asked = askedWait(response, body);
    if (isWorthWaiting(asked, retry)) {
      refused(sentAt, asked);
    }
  }

  return {
    place: (attempt) => places.add(attempt),
    pace: (exchange) => async (request) => {
      await turn();
      const sentAt = now();
      const response = await exchange(request);
      answeredAt = now();
      learn(sentAt, response);
      return response;
    },
    waitsFor: (error) =>
      isWorthWaiting(error.retryAfter, retry) &&
      (refusals === undefined || refusals.last - refusals.first < patience),
    silence: (since) => now() - Math.max(since, answeredAt),
    now,
  };
}

/** PingOne may ask for longer than anyone would wait: the call then fails and says so. */
function isWorthWaiting(asked: number | undefined, { maxRetryAfter }: RetryPolicy): boolean {
  return asked === undefined || asked * 1000 <= maxRetryAfter;
}

/**
 * Milliseconds of pause: what is asked for and a little more, so that several processes do not all come back at once; where nothing is
 * asked, twice as long at each refusal in a row.
 */
function pauseFor(asked = 0, moments: number, random: number, { baseDelay, maxDelay }: RetryPolicy): number {
  return asked > 0
    ? asked * 1000 + random * Math.min(baseDelay, asked * 50)
    : Math.min(maxDelay, baseDelay * 2 ** (moments - 1)) * (0.5 + random / 2);
}
