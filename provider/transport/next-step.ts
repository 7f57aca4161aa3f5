import type { ErrorBody } from "./error-body";

/** What the user can do about a refusal; empty when PingOne's own text says it. */
export function nextStep(
  status: number,
  body: ErrorBody | undefined,
  retryAfter: number | undefined,
): string {
  if (body === undefined && status < 500 && status !== 429) {
    return "The answer is not PingOne's: check the API URL or region, and any proxy in between.";
  }
  switch (status) {
    case 403:
      return "Give the worker application the role Identity Data Admin for this environment (PingOne console: Applications > your worker > Roles), and check environmentId: a wrong one answers the same.";
    case 404:
      return "Check environmentId and userId: PingOne knows no such user in that environment.";
    case 415:
      return "Update pulumi-pingone-password: PingOne does not take this request any more.";
    case 429:
      return `PingOne's rate limit is used up${retryAfter === undefined ? "" : ` (it asks to wait ${retryAfter} s)`}. Run again later, or with fewer calls at once (pulumi up --parallel 2).`;
    default:
      return status >= 500
        ? "PingOne has a problem: see status.pingidentity.com, then run the command again."
        : "";
  }
}
