import type { Actor } from "../activities/actor";
import { InsufficientPermissionsError, InvalidTokenError } from "../errors";
import type { OperationContext, OperationRequest } from "../operation";
import type { OperationName } from "../operations";
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
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const issued = state.tokens.get(token ?? "");
  if (issued === undefined || issued.expiresAt <= clock.now()) throw new InvalidTokenError();
  if (issued.subject !== undefined) return authorizeUser(context, issued.subject, params, operation);
  const worker = state.workers.get(issued.clientId);
  if (worker === undefined) throw new InvalidTokenError();
  if (!mayAdminister(worker, params["environmentId"] ?? "")) throw new InsufficientPermissionsError();
  return { type: "CLIENT", id: worker.clientId, name: worker.name };
}
