import type { ErrorDetail } from "../errors";

/**
 * True for a refusal that passes within seconds, so that waiting helps; false for a quota that is used up (50 mails per user and day),
 * which comes with the same status.
 */
export function isRateLimit(status: number, details: readonly ErrorDetail[]): boolean {
  return status === 429 && !details.some(({ code }) => code === "QUOTA_EXCEEDED");
}
