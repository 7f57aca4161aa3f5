import type { ErrorBody } from "./error-body";
import type { HttpResponse } from "./exchange";

/** Seconds that PingOne asks to wait: by the header, else by the body of a rate limit. Undefined when it does not ask. */
export function askedWait(response: HttpResponse, body: ErrorBody | undefined): number | undefined {
  // A date is by PingOne's clock, as is the answer's own.
  const answered = Date.parse(response.header("date") ?? "");
  const now = Number.isNaN(answered) ? Date.now() : answered;
  return parseRetryAfter(response.header("retry-after"), now) ?? retryAfterIn(body);
}

/**
 * Seconds of a Retry-After header, given as a number or as an HTTP date; undefined when it is absent or makes no sense.
 * @param now milliseconds since the epoch
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === "") {
    return undefined;
  }
  const seconds = Number(header);
  if (Number.isFinite(seconds)) {
    return seconds >= 0 ? seconds : undefined;
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/** A rate limit may say how long it lasts in its body instead of a header. */
function retryAfterIn(body: ErrorBody | undefined): number | undefined {
  const seconds = body?.details.map(({ innerError }) => innerError?.["retryAfter"]);
  return seconds?.find((value): value is number => typeof value === "number" && value >= 0);
}
