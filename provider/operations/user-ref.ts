import { PingOneError } from "../errors";
import { wellFormed } from "../well-formed";

/** Names one user of one environment. Both are UUIDs. */
export type UserRef = {
  /** UUID of the environment the user is in. */
  readonly environmentId: string;
  /** UUID of the user. */
  readonly userId: string;
};

/** Path of an environment, or of something in it. @throws {PingOneError} for a part that would lead elsewhere */
export function environmentPath(environmentId: string, ...parts: readonly string[]): string {
  // No encoding keeps these two: whoever reads a URL resolves them.
  if ([environmentId, ...parts].some((part) => typeof part !== "string" || /^\.{0,2}$/.test(part))) {
    throw new PingOneError(
      "An id is missing, empty or a dot, which would make it another address. Pass PingOne's UUIDs.",
    );
  }
  // Half of a surrogate pair has no encoding.
  if ([environmentId, ...parts].some((part) => wellFormed(part) !== part)) {
    throw new PingOneError("An id is no text that can be sent. Pass PingOne's UUIDs.");
  }
  return ["", "environments", environmentId, ...parts].map(encodeURIComponent).join("/");
}

/** Path of a user's password: all operations on it share it. */
export function passwordPath({ environmentId, userId }: UserRef): string {
  return environmentPath(environmentId, "users", userId, "password");
}
