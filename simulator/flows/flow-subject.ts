import { NotFoundError } from "../errors";
import type { OperationContext } from "../operation";
import { passwordSubject } from "../password/password-operation";
import type { PasswordSubject } from "../password/password-operation";
import type { Flow } from "../state/flow";

/** The user who signs on; undefined while nobody is known, and for a user who was deleted meanwhile. */
export function findFlowSubject(
  { state, clock }: OperationContext,
  { environmentId, userId }: Flow,
): PasswordSubject | undefined {
  const environment = state.environments.get(environmentId);
  const user = userId === undefined ? undefined : environment?.users.get(userId);
  if (environment === undefined || user === undefined) return undefined;
  return passwordSubject(environment, user, clock.now());
}

/** @throws NotFoundError when the user was deleted meanwhile */
export function requireFlowSubject(context: OperationContext, flow: Flow): PasswordSubject {
  const subject = findFlowSubject(context, flow);
  if (subject === undefined) throw new NotFoundError();
  return subject;
}
