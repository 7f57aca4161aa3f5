import { createRecentCount } from "./recent-count";

/** Says when a request may go out, from what the tenant took and refused so far. */
export type RateControl = {
  /** Takes the next turn and answers 0, or answers the milliseconds after which to ask again. */
  take(): number;
  /** The tenant took a request. */
  accepted(): void;
  /**
   * The tenant refused a request for its rate: nothing goes out for `pause` milliseconds, and less afterwards. Refusals of requests
   * that were on their way together count once.
   * @param sentAt when the refused request took its turn
   */
  refused(sentAt: number, pause: number): void;
  /** Requests per second at present. Infinite while nothing limits. */
  rate(): number;
};

/** Seconds' worth of requests that may go out at once after a lull. */
const BURST = 0.1;

/** Share of what the tenant took in its last good second that is asked of it afterwards: at the limit itself every jitter is refused. */
const HEADROOM = 0.96;

/** With fewer requests in that second a refusal says nothing of a rate. */
const EVIDENCE = 5;

/** After a pause: the share of the new rate to begin with, and the seconds until it is reached. */
const BEGIN = 0.8;
const RISE = 4;

/** Seconds at the new rate before more is tried, and seconds in which it then doubles. A try that fails costs a pause. */
const HOLD = 30;
const DOUBLING = 20;

/**
 * Even pacing below a ceiling that adapts to the tenant. Pure but for the clock.
 * @param ceiling requests per second that are never exceeded; infinite for none
 * @param now milliseconds of a clock that does not go back
 */
export function createRateControl(ceiling: number, now: () => number): RateControl {
  const taken = createRecentCount();
  let free = -Infinity;
  let pausedUntil = -Infinity;
  let refusedAt = -Infinity;
  let known = ceiling;
  /** When the pace of `known` began; undefined while nothing is known but the ceiling. */
  let since: number | undefined;
  /** What the last refusal tells: the rate that was too much, and how many the tenant took in the second before and since. */
  let lesson: { readonly rate: number; taken: number } | undefined;

  function rate(): number {
    if (since === undefined) {
      return ceiling;
    }
    const seconds = Math.max(0, now() - since) / 1000;
    const share =
      seconds < HOLD
        ? Math.min(1, BEGIN + ((1 - BEGIN) * seconds) / RISE)
        : 2 ** ((seconds - HOLD) / DOUBLING);
    return Math.min(ceiling, known * share);
  }

  /** Not before the pause is over: until then answers to what was on its way come in. */
  function learn(): void {
    if (lesson !== undefined && lesson.taken >= EVIDENCE) {
      known = Math.min(lesson.rate, lesson.taken) * HEADROOM;
      since = pausedUntil;
    }
    lesson = undefined;
  }

  return {
    rate,
    take() {
      const time = now();
      if (time < pausedUntil) {
        return pausedUntil - time;
      }
      learn();
      const interval = 1000 / rate();
      const earliest = free - Math.max(0, BURST * 1000 - interval);
      if (time < earliest) {
        return earliest - time;
      }
      free = Math.max(free, time) + interval;
      return 0;
    },
    accepted() {
      taken.add(now());
      if (lesson !== undefined) {
        lesson.taken += 1;
      }
    },
    refused(sentAt, pause) {
      const time = now();
      pausedUntil = Math.max(pausedUntil, time + pause);
      if (sentAt > refusedAt) {
        lesson = { rate: rate(), taken: taken.total(time) };
        refusedAt = time;
      }
    },
  };
}
