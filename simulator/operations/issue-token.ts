import { OAuthError } from "../errors";
import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { authenticateClient } from "../token/authenticate-client";
import { signToken } from "../token/sign-token";

const LIFETIME_SECONDS = 3600;

/** Issues a worker's access token for the client credentials grant. */
export const issueToken: Operation = async (context, request) => {
  const environment = requireEnvironment(context, request);
  if (!(request.body instanceof URLSearchParams)) {
    throw new OAuthError(
      400,
      "invalid_request",
      "The request must be sent as application/x-www-form-urlencoded",
    );
  }
  const form = request.body;
  const worker = authenticateClient(context, environment.id, request.authorization, form);
  if (form.get("grant_type") !== "client_credentials") {
    throw new OAuthError(400, "unsupported_grant_type", "Unsupported grant type");
  }
  const { clientId } = worker;
  const expiresAt = context.clock.now() + LIFETIME_SECONDS * 1000;
  const scope = form.get("scope") ?? "";
  const { origin } = request;
  const token = await signToken({ clientId, environmentId: environment.id, origin, scope, expiresAt });
  context.state.tokens.set(token, { clientId, expiresAt });
  return { status: 200, body: { access_token: token, token_type: "Bearer", expires_in: LIFETIME_SECONDS } };
};
