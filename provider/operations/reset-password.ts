import type { Operation } from "../transport";
import { parsePasswordState, type PasswordState } from "./password-state";
import { passwordPath, type UserRef } from "./user-ref";

/**
 * Gives a user a temporary password as an administrator: it is not checked against the policy, and the user has to change
 * it at the next sign-on (MUST_CHANGE_PASSWORD). Clears a password lockout; an account lock stays.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/update-password-admin.html
 */
export const resetPassword: Operation<UserRef & { readonly newPassword: string }, PasswordState> = {
  name: "resetPassword",
  method: "PUT",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.reset+json",
  body: ({ newPassword }) => ({ newPassword }),
  secrets: ({ newPassword }) => [newPassword],
  repeatable: false,
  parse: parsePasswordState,
};
