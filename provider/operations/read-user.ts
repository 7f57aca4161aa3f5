import type { Operation } from "../transport";
import { parseUser, type User, userPath } from "./user";
import type { UserRef } from "./user-ref";

/**
 * Reads a user. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/users.html
 */
export const readUser: Operation<UserRef, User> = {
  name: "readUser",
  method: "GET",
  path: userPath,
  repeatable: true,
  parse: parseUser,
};
