import type { Operation } from "../transport";
import { spellings } from "./spellings";
import { parsePasswordState, type PasswordState } from "./password-state";
import { passwordPath, type UserRef } from "./user-ref";

/** What `recoverPassword` is given. */
export type Recovery = UserRef & {
  /** From the user's mail, in upper or lower case. */
  readonly recoveryCode: string;
  /** In clear text; has to satisfy the user's password policy. */
  readonly newPassword: string;
};

/**
 * Sets a new password for the code that was mailed. Ends a password lockout; a lock of the account stays. Five wrong tries use a
 * code up; one that is refused for the policy does not.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-recover.html
 */
export const recoverPassword: Operation<Recovery, PasswordState> = {
  name: "recoverPassword",
  method: "POST",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.recover+json",
  body: ({ recoveryCode, newPassword }) => ({ recoveryCode, newPassword }),
  secrets: ({ recoveryCode, newPassword }) => [...spellings(recoveryCode), newPassword],
  repeatable: false,
  once: true,
  parse: parsePasswordState,
};
