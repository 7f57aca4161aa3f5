import type { Operation } from "../transport";
import { parsePasswordState, type PasswordState } from "./password-state";
import { passwordPath, type UserRef } from "./user-ref";

/**
 * Reads the state of a user's password, with the policy in force when PingOne embeds it. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/read-password-state.html
 */
export const readPasswordState: Operation<UserRef, PasswordState> = {
  name: "readPasswordState",
  method: "GET",
  path: (user) => `${passwordPath(user)}?expand=passwordPolicy`,
  repeatable: true,
  parse: parsePasswordState,
};
