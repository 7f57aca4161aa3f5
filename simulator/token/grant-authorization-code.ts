import { OAuthError } from "../errors";
import type { OperationContext } from "../operation";
import type { Application } from "../state/application";
import type { AuthorizationCode } from "../state/flow";
import { TOKEN_LIFETIME_SECONDS, unauthorizedClient } from "./grant";
import type { Grant } from "./grant";
import { splitScope } from "./scope";
import { signIdToken, signToken } from "./sign-token";
import { verifyPkce } from "./verify-pkce";

/** The token of a user who has signed on to an application, for the code that stands for the sign-on. */
export const grantAuthorizationCode: Grant = async (context, { environment, client, form, origin }) => {
  if (client.type !== "WEB_APP" || !client.grantTypes.includes("AUTHORIZATION_CODE")) {
    throw unauthorizedClient();
  }
  const { userId, request } = redeem(context, client, form);
  const { clientId } = client;
  const issuedAt = context.clock.now();
  const expiresAt = issuedAt + TOKEN_LIFETIME_SECONDS * 1000;
  const shared = { clientId, environmentId: environment.id, origin, userId, expiresAt };
  const scopes = splitScope(request.scope);
  const token = await signToken({ ...shared, scope: request.scope });
  const subject = { environmentId: environment.id, userId, scopes };
  context.state.tokens.set(token, { clientId, expiresAt, subject });
  return {
    access_token: token,
    token_type: "Bearer",
    expires_in: TOKEN_LIFETIME_SECONDS,
    scope: request.scope,
    ...(scopes.includes("openid")
      ? { id_token: await signIdToken({ ...shared, nonce: request.nonce, issuedAt }) }
      : {}),
  };
};

/** Uses a code up: a second try, and one with a wrong verifier or address, finds none. */
function redeem(
  { state, clock }: OperationContext,
  { clientId, environmentId }: Application,
  form: URLSearchParams,
): AuthorizationCode {
  const text = form.get("code");
  if (text === null) throw new OAuthError(400, "invalid_request", "Missing parameter: code");
  const code = state.authorizationCodes.get(text);
  // Somebody else's code stays: its own application may still come for it.
  if (code?.clientId !== clientId || code.environmentId !== environmentId) throw invalidGrant();
  state.authorizationCodes.delete(text);
  const { redirectUri, codeChallenge } = code.request;
  if (
    code.expiresAt <= clock.now() ||
    (redirectUri !== undefined && form.get("redirect_uri") !== redirectUri) ||
    !verifyPkce(codeChallenge, form.get("code_verifier")) ||
    state.environments.get(environmentId)?.users.get(code.userId) === undefined
  ) {
    throw invalidGrant();
  }
  return code;
}

function invalidGrant(): OAuthError {
  return new OAuthError(400, "invalid_grant", "The authorization code is invalid or expired");
}
