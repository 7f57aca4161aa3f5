import type { Actor } from "../activities/actor";
import { InsufficientPermissionsError, InvalidTokenError } from "../errors";
import type { OperationContext, OperationRequest } from "../operation";
import type { OperationName } from "../operations";
import type { State } from "../state/state";
import { mayAdminister } from "../state/worker";
import { authorizeUser } from "./authorize-user";

/**
 * Says who calls, and lets a request pass whose token this simulator issued, is still valid and reaches what is asked for:
 * a worker's by its roles, a user's own by its scopes.
 * @throws InvalidTokenError or InsufficientPermissionsError
 */
export function authorize(
  context: OperationContext,
  { authorization, params }: Pick<OperationRequest, "authorization" | "params">,
  operation: OperationName | undefined,
): Actor {
  const { state, clock } = context;
  const issued = state.tokens.get(readToken(authorization));
  if (issued === undefined || issued.expiresAt <= clock.now()) throw new InvalidTokenError();
  if (issued.subject !== undefined) return authorizeUser(context, issued.subject, params, operation);
  const worker = state.workers.get(issued.clientId);
  if (worker === undefined) throw new InvalidTokenError();
  if (!mayAdminister(worker, params["environmentId"] ?? "")) throw new InsufficientPermissionsError();
  return { type: "CLIENT", id: worker.clientId, name: worker.name };
}

/** Ends the token that a request carries; the next one issued is valid. */
export function revokeToken(state: State, { authorization }: Pick<OperationRequest, "authorization">): void {
  state.tokens.delete(readToken(authorization));
}

function readToken(authorization: string | undefined): string {
  return /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1] ?? "";
}
