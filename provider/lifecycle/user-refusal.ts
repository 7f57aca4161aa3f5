import { PingOneApiError, type PingOneError } from "../errors";

/** True when PingOne refuses a username because another user has it. */
export function isUsernameTaken(error: unknown): error is PingOneApiError {
  return (
    error instanceof PingOneApiError &&
    error.status === 400 &&
    error.details.some(
      ({ code, target }) => code === "UNIQUENESS_VIOLATION" && (target ?? "username") === "username",
    )
  );
}

/** Adds to the refusal of a change what the general advice does not know. */
export function explainUserRefusal(error: PingOneError, username: string): PingOneError {
  if (isUsernameTaken(error)) {
    return new PingOneApiError(
      `${error.operation} failed: the username ${JSON.stringify(username)} is taken by another user of the environment. Give another username.`,
      error,
    );
  }
  if (error instanceof PingOneApiError && error.status === 404 && error.code === "NOT_FOUND") {
    return new PingOneApiError(
      `${error.message} Who was deleted outside this stack is created again by pulumi up --refresh.`,
      error,
    );
  }
  return error;
}
