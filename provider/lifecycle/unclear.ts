import { PingOneApiError, PingOneNetworkError, PingOneResponseError } from "../errors";

/** True for a failure after which PingOne may have done what was asked all the same. */
export function isUnclear(error: unknown): boolean {
  return (
    (error instanceof PingOneNetworkError && error.unclear) ||
    // Errors at the door, 429 and 503, come before anything is done.
    (error instanceof PingOneApiError &&
      ((error.status >= 500 && error.status !== 503) || error.status === 408)) ||
    error instanceof PingOneResponseError
  );
}
