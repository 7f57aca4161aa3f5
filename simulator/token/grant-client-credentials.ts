import { TOKEN_LIFETIME_SECONDS, unauthorizedClient } from "./grant";
import type { Grant } from "./grant";
import { signToken } from "./sign-token";

/** A worker's own token; its rights come from roles, whatever the scope. */
export const grantClientCredentials: Grant = async (context, { environment, client, form, origin }) => {
  if (client.type !== "WORKER") throw unauthorizedClient();
  const { clientId } = client;
  const expiresAt = context.clock.now() + TOKEN_LIFETIME_SECONDS * 1000;
  const scope = form.get("scope") ?? "";
  const token = await signToken({ clientId, environmentId: environment.id, origin, scope, expiresAt });
  context.state.tokens.set(token, { clientId, expiresAt, subject: undefined });
  return { access_token: token, token_type: "Bearer", expires_in: TOKEN_LIFETIME_SECONDS };
};
