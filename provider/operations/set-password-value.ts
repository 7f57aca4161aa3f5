import type { Operation } from "../transport";
import { parsePasswordState, type PasswordState } from "./password-state";
import type { NewPassword } from "./set-password";
import { passwordPath, type UserRef } from "./user-ref";

/** A password to set past the policy, or, without a value, the wish to have none. */
export type PasswordValue =
  UserRef | (NewPassword & { /** Skip the password policy. */ readonly bypassPolicy: boolean });

/**
 * Sets a user's password value, past the policy if asked. Without a value it unsets the password: the user then has none
 * (NO_PASSWORD) and cannot sign on with one.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/update-password-set-value.html
 */
export const setPasswordValue: Operation<PasswordValue, PasswordState> = {
  name: "setPasswordValue",
  method: "PUT",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.setValue+json",
  body: (params) =>
    "value" in params
      ? { value: params.value, forceChange: params.forceChange, bypassPolicy: params.bypassPolicy }
      : {},
  secrets: (params) => ("value" in params ? [params.value] : []),
  repeatable: false,
  once: true,
  parse: parsePasswordState,
};
