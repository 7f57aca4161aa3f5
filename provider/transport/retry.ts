import { PingOneApiError, PingOneNetworkError, PingOneResponseError } from "../errors";
import { isLasting } from "./network-failure";

/** How often, and after what delay, a failed call is repeated. */
export type RetryPolicy = {
  /** Repeats after the first try. */
  readonly retries: number;
  /** Milliseconds before the first repeat; doubled for each further one. */
  readonly baseDelay: number;
  /** Milliseconds at most, unless PingOne itself asks for more. */
  readonly maxDelay: number;
  /** Milliseconds that PingOne may ask us to wait (Retry-After) before we give up and say so. */
  readonly maxRetryAfter: number;
};

/** Whether a call may go out again after a failure that leaves it open; `once` does not even trust a 503. */
export type Repeatable = boolean | "once";

/** Tuned for a licence's limit per second and for outages of a few seconds. */
export const defaultRetryPolicy: RetryPolicy = {
  retries: 4,
  baseDelay: 500,
  maxDelay: 20_000,
  maxRetryAfter: 120_000,
};

/**
 * Milliseconds to wait before the call may be repeated, or undefined when it must not be.
 * After a failure that leaves open whether PingOne acted, only repeatable operations go out again.
 * @param attempt 1 for the first try
 * @param random from 0 to 1, for the jitter
 */
export function delayBeforeRepeat(
  error: unknown,
  attempt: number,
  repeatable: Repeatable,
  random: number,
  policy: RetryPolicy,
): number | undefined {
  if (!mayRepeat(error, repeatable)) {
    return undefined;
  }
  const asked =
    error instanceof PingOneApiError && error.retryAfter !== undefined ? error.retryAfter * 1000 : undefined;
  if (asked !== undefined) {
    return asked <= policy.maxRetryAfter ? asked + random * policy.baseDelay : undefined;
  }
  const ceiling = Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1));
  return ceiling * (0.5 + random / 2);
}

function mayRepeat(error: unknown, repeatable: Repeatable): boolean {
  if (error instanceof PingOneApiError) {
    return (
      isAtTheDoor(error) ||
      (error.status === 503 && repeatable !== "once") ||
      ((error.status === 408 || error.status >= 500) && repeatable === true)
    );
  }
  if (error instanceof PingOneResponseError) {
    return repeatable === true;
  }
  return error instanceof PingOneNetworkError && (repeatable === true || !error.unclear) && isPassing(error);
}

/**
 * A rate limit, and PingOne's own 503, come before anything is done. Any other 5xx may come after it, and so may a 503 that is not
 * PingOne's: it is how a proxy answers when the connection behind it broke.
 */
export function isAtTheDoor({ status, code }: PingOneApiError): boolean {
  return status === 429 || (status === 503 && !code.startsWith("HTTP_"));
}

/** A certificate that is refused stays refused, and so does an address without TLS. */
function isPassing(error: PingOneNetworkError): boolean {
  const code = (error.cause as NodeJS.ErrnoException | undefined)?.code ?? "";
  return !isLasting(code);
}
