import type { Operation } from "../transport";
import { parsePasswordState, type PasswordState } from "./password-state";
import { passwordPath, type UserRef } from "./user-ref";

/** What `setPassword` and `setPasswordValue` are given. */
export type NewPassword = UserRef & {
  /** The password in clear text, or encoded with one of PingOne's prefixes. */
  readonly value: string;
  /** Make the user change it at the next sign-on. */
  readonly forceChange: boolean;
};

/**
 * Sets a user's password as an administrator. A value in clear text has to satisfy the user's password policy. Clears a
 * password lockout; an account lock stays.
 *
 * Not repeatable: a second call finds the value in the password history and is refused.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/update-password-set.html
 */
export const setPassword: Operation<NewPassword, PasswordState> = {
  name: "setPassword",
  method: "PUT",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.set+json",
  body: ({ value, forceChange }) => ({ value, forceChange }),
  secrets: ({ value }) => [value],
  repeatable: false,
  once: true,
  parse: parsePasswordState,
};
