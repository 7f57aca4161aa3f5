import type { Operation } from "../transport";
import { parseUser, type User, userPath } from "./user";
import type { UserRef } from "./user-ref";

/** Attributes of a user that are to be others; those left out stay as they are, null takes one away. */
export type UserChanges = {
  /** Where PingOne sends mail, recovery codes included. */
  readonly email?: string | null | undefined;
  /** First and last name, each on its own. */
  readonly name?:
    { readonly given?: string | null | undefined; readonly family?: string | null | undefined } | undefined;
  /** What a system outside PingOne knows the user by. */
  readonly externalId?: string | undefined;
  /** What the user signs on with. */
  readonly username?: string | undefined;
};

/**
 * Changes the given attributes of a user and answers the user. Population and `enabled` have calls of their own.
 * https://developer.pingidentity.com/pingone-api/platform/users/users-1/update-user-patch.html
 */
export const updateUser: Operation<UserRef & UserChanges, User> = {
  name: "updateUser",
  method: "PATCH",
  path: userPath,
  mediaType: "application/json",
  body: ({ email, name, externalId, username }) => ({ username, email, name, externalId }),
  repeatable: true,
  parse: parseUser,
};
