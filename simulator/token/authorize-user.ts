import type { Actor } from "../activities/actor";
import { userActor } from "../activities/user-actor";
import { InsufficientPermissionsError, InvalidTokenError } from "../errors";
import type { OperationContext } from "../operation";
import type { OperationName } from "../operations";
import type { TokenSubject } from "../state/state";
import { SELF_SERVICE_SCOPES } from "./self-service-scopes";

/**
 * Lets a user's own token pass where the path names that user and a scope of the token opens the operation.
 * @param operation undefined when the media type selects none: said once the token has passed
 * @throws InvalidTokenError for a user who is gone, or InsufficientPermissionsError
 */
export function authorizeUser(
  { state }: OperationContext,
  { environmentId, userId, scopes }: TokenSubject,
  params: Readonly<Record<string, string | undefined>>,
  operation: OperationName | undefined,
): Actor {
  const environment = state.environments.get(environmentId);
  const user = environment?.users.get(userId);
  if (environment === undefined || user === undefined) throw new InvalidTokenError();
  const isOwn = params["environmentId"] === environmentId && params["userId"] === userId;
  if (!isOwn || (operation !== undefined && !isOpen(operation, scopes))) {
    throw new InsufficientPermissionsError();
  }
  return userActor(environment, user);
}

function isOpen(operation: OperationName, scopes: readonly string[]): boolean {
  const scope = SELF_SERVICE_SCOPES[operation];
  return scope !== undefined && scopes.includes(scope);
}
