import { OAuthError } from "../errors";
import type { Application } from "../state/application";
import type { AuthorizationRequest } from "../state/flow";
import { isKnownScope, splitScope } from "../token/scope";
import { S256_CHALLENGE } from "../token/verify-pkce";

/** How the answer gets back to the application. */
export type ReturnAddress =
  | { readonly responseMode: "redirect"; readonly redirectUri: string }
  | { readonly responseMode: "pi.flow"; readonly redirectUri: string | undefined };

/** Reads where the answer goes; until that is known no error can be sent there. @throws OAuthError */
export function readReturnAddress(parameters: URLSearchParams, application: Application): ReturnAddress {
  const redirectUri = parameters.get("redirect_uri") ?? undefined;
  if (parameters.get("response_mode") === "pi.flow") return { responseMode: "pi.flow", redirectUri };
  if (redirectUri === undefined) throw invalidRequest("Missing parameter: redirect_uri");
  if (!application.redirectUris.includes(redirectUri)) {
    throw invalidRequest("Redirect URI mismatch: it is not one of the application's");
  }
  return { responseMode: "redirect", redirectUri };
}

/** Reads all other parameters. @throws OAuthError, which a redirected application gets at its address */
export function readAuthorizationRequest(
  parameters: URLSearchParams,
  application: Application,
  address: ReturnAddress,
): AuthorizationRequest {
  const { grantTypes } = application;
  if (!grantTypes.includes("AUTHORIZATION_CODE")) {
    throw new OAuthError(400, "unauthorized_client", "The application may not use authorization codes");
  }
  if (parameters.get("response_type") !== "code") {
    throw new OAuthError(400, "unsupported_response_type", "The response_type must be code");
  }
  if (!["pi.flow", "query", null].includes(parameters.get("response_mode"))) {
    throw invalidRequest("The response_mode must be query or pi.flow");
  }
  if (parameters.get("prompt") === "none") {
    throw new OAuthError(400, "login_required", "The user has to sign on");
  }
  const scope = parameters.get("scope") ?? "";
  if (!splitScope(scope).every(isKnownScope)) {
    throw new OAuthError(400, "invalid_scope", "At least one scope is unknown");
  }
  return {
    ...address,
    scope,
    state: parameters.get("state") ?? undefined,
    nonce: parameters.get("nonce") ?? undefined,
    codeChallenge: readChallenge(parameters, application),
  };
}

function readChallenge(parameters: URLSearchParams, application: Application): string | undefined {
  const challenge = parameters.get("code_challenge") ?? undefined;
  if (challenge === undefined) {
    if (application.clientSecret !== undefined) return undefined;
    throw invalidRequest("Missing parameter: code_challenge, which an application without a secret needs");
  }
  if (parameters.get("code_challenge_method") !== "S256") {
    throw invalidRequest("The code_challenge_method must be S256");
  }
  if (!S256_CHALLENGE.test(challenge)) throw invalidRequest("The code_challenge is malformed");
  return challenge;
}

function invalidRequest(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}
