import type { ErrorBody } from "./error-body";

/** What the user can do about a refusal at a sign-on, where that is another thing than at the API; undefined where it is not. */
export function nextSignOnStep(status: number, body: ErrorBody | undefined): string | undefined {
  if (status >= 300 && status < 400) {
    return "The auth host answers with a redirect: the application does not let a sign-on go without a browser (response_mode pi.flow), or the auth URL is wrong. Use an application of PingOne's own sign-on pages.";
  }
  if (body === undefined) {
    return status < 500 && status !== 429 && status !== 408
      ? "The answer is not PingOne's: check the auth URL or region, and any proxy in between."
      : undefined;
  }
  const codes = [body.code, ...body.details.map(({ code }) => code)];
  if (codes.includes("INVALID_CREDENTIALS")) {
    return "The username or the current password is wrong, which counts as a failed sign-on: correct it before you run again.";
  }
  if (body.details.some(({ target }) => target === "recoveryCode")) {
    return "Have a new code mailed: a code is good for 5 minutes and five tries, and a newer one takes its place.";
  }
  if (codes.includes("invalid_scope")) {
    return "The application does not grant the scope that was asked for: grant it in the PingOne console (the application's Resources), or ask for openid only.";
  }
  switch (status) {
    case 401:
      return "PingOne does not know this sign-on's session any more: run the command again, which begins a new one.";
    case 403:
      return "The application does not let this sign-on through: check its sign-on policy in the PingOne console.";
    case 404:
      return "PingOne knows no such sign-on: it was idle for 15 minutes, or environmentId, applicationId, the auth URL or the region is wrong.";
    default:
      return OAUTH_ERRORS.some((code) => codes.includes(code))
        ? "Check applicationId: the client id of an application that people sign on to, with the grant authorization_code and enabled; a worker application is none."
        : undefined;
  }
}

const OAUTH_ERRORS: readonly string[] = [
  "invalid_client",
  "invalid_request",
  "unauthorized_client",
  "access_denied",
  "unsupported_response_type",
];
