import type { Operation } from "../transport";
import { parsePasswordState, type PasswordState } from "./password-state";
import { passwordPath, type UserRef } from "./user-ref";

/**
 * Makes a user change the password at the next sign-on (MUST_CHANGE_PASSWORD); the password itself is kept. Clears a
 * password lockout; an account lock stays.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/force-change-password.html
 */
export const forcePasswordChange: Operation<UserRef, PasswordState> = {
  name: "forcePasswordChange",
  method: "POST",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.forceChange",
  repeatable: true,
  parse: parsePasswordState,
};
