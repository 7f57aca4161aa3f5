import type { Operation } from "../transport";
import { parsePasswordState, type PasswordState } from "./password-state";
import { passwordPath, type UserRef } from "./user-ref";

/**
 * Clears a password lockout; the password itself and an administrator's lock of the account stay as they are.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-unlock.html
 */
export const unlockPassword: Operation<UserRef, PasswordState> = {
  name: "unlockPassword",
  method: "POST",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.unlock+json",
  repeatable: true,
  parse: parsePasswordState,
};
