import { isRecord, type Operation } from "../transport";
import { environmentPath, type UserRef } from "./user-ref";

/** What is used here of a PingOne user. */
export type User = {
  /** False: an administrator switched the user off. */
  readonly enabled: boolean;
  readonly account: {
    /** `LOCKED` for an administrator's lock, a password lockout or a lock by MFA alike. */
    readonly status: string;
    readonly canAuthenticate: boolean;
  };
};

/**
 * Reads a user. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/users.html
 */
export const readUser: Operation<UserRef, User> = {
  name: "readUser",
  method: "GET",
  path: ({ environmentId, userId }) => environmentPath(environmentId, "users", userId),
  repeatable: true,
  parse: parseUser,
};

function parseUser(body: unknown): User | undefined {
  if (!isRecord(body) || typeof body["id"] !== "string") {
    return undefined;
  }
  const account = isRecord(body["account"]) ? body["account"] : {};
  return {
    enabled: body["enabled"] !== false,
    account: {
      status: typeof account["status"] === "string" ? account["status"] : "OK",
      canAuthenticate: account["canAuthenticate"] !== false,
    },
  };
}
