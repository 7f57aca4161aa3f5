import { PingOneError } from "../../errors";
import type { HttpResponse } from "../../transport/exchange";
import { TOKEN_REQUEST } from "../../transport/token";

/** Requests of one run at most, whatever goes wrong: what is looked at takes at most 30, and the rest is for repeats. */
export const MOST_REQUESTS = 40;

/** What went over the wire in one run of the doctor's. */
export type Traffic = {
  /** Counts a request that is about to go out. @throws {PingOneError} beyond {@link MOST_REQUESTS} */
  readonly begin: () => void;
  readonly noteAnswer: (operation: string, answer: Pick<HttpResponse, "status" | "header">) => void;
  readonly requests: () => number;
  /** How many requests were refused for the rate (429). */
  readonly refusedForRate: () => number;
  /** True once a token was issued. */
  readonly hasToken: () => boolean;
  /** Milliseconds by which this machine's clock is ahead of PingOne's; undefined while no answer told the time. */
  readonly clockAhead: () => number | undefined;
};

/** @param now milliseconds since the epoch, by this machine's clock */
export function createTraffic(now: () => number = Date.now): Traffic {
  let requests = 0;
  let refused = 0;
  let hasToken = false;
  let ahead: number | undefined;
  return {
    begin() {
      if (requests === MOST_REQUESTS) {
        throw new PingOneError(
          `The doctor sends ${MOST_REQUESTS} requests at most, and stops here: something makes it repeat them. Mend what is said above, then run it again.`,
        );
      }
      requests += 1;
    },
    noteAnswer(operation, answer) {
      const { status } = answer;
      refused += status === 429 ? 1 : 0;
      hasToken ||= operation === TOKEN_REQUEST && status === 200;
      const date = Date.parse(answer.header("date") ?? "");
      if (!Number.isNaN(date)) {
        ahead = now() - date;
      }
    },
    requests: () => requests,
    refusedForRate: () => refused,
    hasToken: () => hasToken,
    clockAhead: () => ahead,
  };
}
