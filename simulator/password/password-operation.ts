import { RequestFailedError } from "../errors";
import { requireEnvironment, requireParam } from "../operation";
import type { OperationContext, OperationRequest, OperationResponse } from "../operation";
import { effectivePolicy, requireUser } from "../state/environment";
import type { Environment } from "../state/environment";
import type { PasswordPolicyFields } from "../state/password-policy";
import type { User } from "../state/user";
import { passwordStateView } from "../views/password-state-view";
import type { PasswordRecord } from "./password-record";

/** What every operation on a password starts from. */
export type PasswordSubject = {
  readonly environment: Environment;
  readonly user: User;
  readonly record: PasswordRecord;
  readonly policy: PasswordPolicyFields;
  readonly now: number;
};

/** @throws NotFoundError when there is no such environment or user */
export function requirePasswordSubject(
  context: OperationContext,
  request: OperationRequest,
): PasswordSubject {
  const environment = requireEnvironment(context, request);
  return passwordSubject(
    environment,
    requireUser(environment, requireParam(request, "userId")),
    context.clock.now(),
  );
}

/** What an operation on this user's password starts from. */
export function passwordSubject(environment: Environment, user: User, now: number): PasswordSubject {
  const policy = effectivePolicy(environment, user).fields;
  return { environment, user, record: user.password, policy, now };
}

/** Every operation on a password answers the state the password is in afterwards. */
export function answerState(
  request: OperationRequest,
  { environment, user, now }: PasswordSubject,
): OperationResponse {
  return { status: 200, body: passwordStateView(request.origin, environment, user, now) };
}

/** @throws RequestFailedError for a user whose password an external gateway keeps */
export function refuseExternal({ record }: PasswordSubject): void {
  if (record.externalGateway === undefined) return;
  throw new RequestFailedError({
    code: "CONSTRAINT_VIOLATION",
    target: "password",
    message: "The password of the user is managed by an external gateway",
  });
}

/** The refusal for a user who has no password. */
export function noPassword(): RequestFailedError {
  return new RequestFailedError({
    code: "NO_PASSWORD",
    target: "password",
    message: "The user does not have a password",
  });
}
