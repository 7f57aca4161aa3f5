import { OAuthError } from "../errors";
import type { OperationContext } from "../operation";
import type { Application } from "../state/application";
import type { Environment } from "../state/environment";
import type { Worker } from "../state/worker";

/** A token request whose client has proved who it is. */
export type TokenRequest = {
  readonly environment: Environment;
  readonly client: Worker | Application;
  readonly form: URLSearchParams;
  readonly origin: string;
};

/** One grant of the token endpoint: answers the token response. */
export type Grant = (context: OperationContext, request: TokenRequest) => Promise<object>;

/** How long tokens are valid. */
export const TOKEN_LIFETIME_SECONDS = 3600;

/** The refusal for a client that is known, but may not use the grant. */
export function unauthorizedClient(): OAuthError {
  return new OAuthError(400, "unauthorized_client", "The client is not authorized for this grant type");
}
