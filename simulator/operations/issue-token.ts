import { OAuthError } from "../errors";
import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { authenticateClient } from "../token/authenticate-client";
import type { Grant } from "../token/grant";
import { grantAuthorizationCode } from "../token/grant-authorization-code";
import { grantClientCredentials } from "../token/grant-client-credentials";

const GRANTS: ReadonlyMap<string, Grant> = new Map([
  ["client_credentials", grantClientCredentials],
  ["authorization_code", grantAuthorizationCode],
]);

/** Issues an access token: a worker's own, or that of a user who has signed on. */
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
  const client = authenticateClient(context, environment.id, request.authorization, form);
  const grant = GRANTS.get(form.get("grant_type") ?? "");
  if (grant === undefined) throw new OAuthError(400, "unsupported_grant_type", "Unsupported grant type");
  return { status: 200, body: await grant(context, { environment, client, form, origin: request.origin }) };
};
