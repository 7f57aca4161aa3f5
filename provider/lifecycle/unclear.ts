import { PingOneApiError, PingOneError, PingOneNetworkError, PingOneResponseError } from "../errors";
import { isAtTheDoor } from "../transport";

/** True for a failure after which PingOne may have done what was asked all the same. */
export function isUnclear(error: unknown): boolean {
  if (error instanceof PingOneError && error.isUnsent === true) {
    return false;
  }
  return (
    (error instanceof PingOneNetworkError && error.unclear) ||
    (error instanceof PingOneApiError &&
      (error.status >= 500 || error.status === 408) &&
      !isAtTheDoor(error)) ||
    error instanceof PingOneResponseError
  );
}
