import { InsufficientPermissionsError, InvalidTokenError } from "../errors";
import type { OperationContext } from "../operation";
import { mayAdminister } from "../state/worker";

/**
 * Lets a request pass whose token this simulator issued, is still valid and has a role for the environment.
 * @throws InvalidTokenError or InsufficientPermissionsError
 */
export function authorize(
  { state, clock }: OperationContext,
  authorization: string | undefined,
  environmentId: string,
): void {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const issued = state.tokens.get(token ?? "");
  const worker = issued === undefined ? undefined : state.workers.get(issued.clientId);
  if (issued === undefined || worker === undefined || issued.expiresAt <= clock.now()) {
    throw new InvalidTokenError();
  }
  if (!mayAdminister(worker, environmentId)) throw new InsufficientPermissionsError();
}
