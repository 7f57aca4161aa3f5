import type { Operation } from "../transport";
import { parsePasswordState, type PasswordState } from "./password-state";
import { passwordPath, type UserRef } from "./user-ref";

/** What `resetPassword` is given. */
export type PasswordResetBody = UserRef & {
  readonly newPassword: string;
  /** The user's own reset, with a token of the user's; left out by an administrator. */
  readonly currentPassword?: string | undefined;
};

/**
 * As an administrator (the token of a worker application): gives a user a temporary password, which is not checked against the
 * policy and has to be changed at the next sign-on (MUST_CHANGE_PASSWORD). Clears a password lockout; an account lock stays.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/update-password-admin.html
 *
 * As the user (a token whose subject is the user): changes the password, which has to satisfy the policy, and needs
 * `currentPassword`. Whose token it is decides, not the body.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/update-password-self.html
 */
export const resetPassword: Operation<PasswordResetBody, PasswordState> = {
  name: "resetPassword",
  method: "PUT",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.reset+json",
  body: ({ newPassword, currentPassword }) => ({
    ...(currentPassword === undefined ? {} : { currentPassword }),
    newPassword,
  }),
  secrets: ({ newPassword, currentPassword = "" }) => [newPassword, currentPassword],
  repeatable: false,
  parse: parsePasswordState,
};
