import { randomBytes } from "node:crypto";
import type { Operation } from "../transport";
import { type Flow, parseFlow, signOnPath } from "./flow";
import { replayedCookies } from "./flow-cookies";

/** Which sign-on `startFlow` begins. */
export type SignOn = {
  readonly environmentId: string;
  /** Client id of the application that is signed on to; a worker application is none. */
  readonly applicationId: string;
  /** Separated by blanks. @default "openid" */
  readonly scope?: string | undefined;
  /**
   * PKCE: the SHA-256 of a verifier, in base64url, for whoever redeems the authorization code in the end. Default: one whose verifier
   * nobody has, because applications without a secret ask for it.
   */
  readonly codeChallenge?: string | undefined;
};

/**
 * Begins a sign-on as an application does (`authorize`), and answers with its first step instead of a redirect
 * (`response_mode=pi.flow`). Nobody is signed on by it.
 * https://developer.pingidentity.com/pingone-api/auth/openid-connect-oauth-2/authorize-browserless-and-mfa-only-flows.html
 */
export const startFlow: Operation<SignOn, Flow> = {
  name: "startFlow",
  host: "signOn",
  method: "GET",
  path: ({ environmentId, applicationId, scope = "openid", codeChallenge = unredeemable() }) => {
    const query = new URLSearchParams({
      response_type: "code",
      response_mode: "pi.flow",
      client_id: applicationId,
      scope,
      code_challenge: codeChallenge,
      code_challenge_method: "S256",
    });
    return `${signOnPath(environmentId, "as", "authorize")}?${query.toString()}`;
  },
  repeatable: true,
  parse: (body, { environmentId }, cookies) => parseFlow(body, environmentId, replayedCookies(cookies)),
};

function unredeemable(): string {
  return randomBytes(32).toString("base64url");
}
