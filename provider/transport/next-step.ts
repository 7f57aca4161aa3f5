import { unsatisfiedRequirements } from "./describe-details";
import type { ErrorBody } from "./error-body";

/** What the user can do about a refusal. */
export function nextStep(
  status: number,
  body: ErrorBody | undefined,
  retryAfter: number | undefined,
  operation = "",
): string {
  if (body === undefined && status < 500 && status !== 429 && status !== 408) {
    return "The answer is not PingOne's: check the API URL or region, and any proxy in between.";
  }
  switch (status) {
    case 400:
      return body === undefined ? "" : afterBadRequest(body);
    case 403:
      return "Give the worker application the role Identity Data Admin for this environment (PingOne console: Applications > your worker > Roles), and check environmentId: a wrong one answers the same.";
    case 404:
      return afterNotFound(operation);
    case 415:
      return "Update pulumi-pingone-password: PingOne does not take this request any more.";
    case 429:
      if (body?.details.some(({ code }) => code === "QUOTA_EXCEEDED") === true) {
        return "PingOne's quota is used up (50 e-mails per user and day, among others): run again when it is reset.";
      }
      return `PingOne's rate limit is used up${retryAfter === undefined ? "" : ` (it asks to wait ${retryAfter} s)`}. Run again later, or set pingone:requestsPerSecond (PINGONE_REQUESTS_PER_SECOND) below what the tenant allows.`;
    default:
      return status >= 500 || status === 408
        ? "PingOne has a problem: see status.pingidentity.com, then run the command again."
        : "";
  }
}

/** PingOne answers the same for an environment that is not there as for what is looked for in it. */
function afterNotFound(operation: string): string {
  if (/^list|^createUser$/.test(operation)) {
    return "Check environmentId, and the API URL or region: PingOne knows no such environment.";
  }
  return operation === "readPasswordPolicy"
    ? "Check environmentId and the policy's id, and the API URL or region: PingOne knows no such password policy in that environment, or no such environment."
    : "Check environmentId and userId, and the API URL or region: PingOne knows no such user in that environment, or no such environment.";
}

/** By the codes that PingOne documents for password operations. */
function afterBadRequest({ code, details }: ErrorBody): string {
  const codes = [code, ...details.map((detail) => detail.code)];
  const rules = details.flatMap(({ innerError }) => unsatisfiedRequirements(innerError));
  if (rules.length > 0) {
    return rules.every((rule) => rule === "history")
      ? "Choose a value that was not used before."
      : "Choose a value that meets the user's password policy.";
  }
  const left = details
    .map(({ innerError }) => innerError?.["failuresRemaining"])
    .find((value) => typeof value === "number");
  if (left !== undefined) {
    return `The password is not the user's current one, which counts as a failed check (${left} left before a lockout): correct it before you run again.`;
  }
  if (codes.includes("PASSWORD_TOO_YOUNG")) {
    return "The policy's minimum age keeps the password for a while yet: wait, or lower minAgeDays of the user's password policy.";
  }
  if (codes.includes("PASSWORD_LOCKED_OUT")) {
    return "The password is locked out: unlock it with a PasswordUnlock, or wait.";
  }
  if (details.some(({ target }) => target === "recoveryCode")) {
    return "Send a new code (PasswordRecoveryCode with a new trigger): a code is good for 5 minutes and five tries, and a newer one takes its place.";
  }
  if (codes.includes("ACCOUNT_NOT_USABLE")) {
    return "The user is disabled or the account is locked: enable or unlock it in PingOne.";
  }
  if (codes.includes("NO_PASSWORD")) {
    return "The user has no password: set one first.";
  }
  return "Check the user in the PingOne console; the PingOne id finds the call in the environment's audit.";
}
