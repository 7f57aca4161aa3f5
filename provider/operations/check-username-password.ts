import type { Operation } from "../transport";
import { actionPath, type Flow, type FlowRef, onFlow } from "./flow";

/** What `checkUsernamePassword` is given. */
export type UsernamePassword = FlowRef & { readonly username: string; readonly password: string };

/**
 * Signs on with a username and a password. COMPLETED, or what is asked next (MUST_CHANGE_PASSWORD, OTP_REQUIRED, ...). A miss is a
 * `PingOneApiError` with the detail INVALID_CREDENTIALS, and counts towards a lockout, so it is never repeated by itself.
 * https://developer.pingidentity.com/pingone-api/auth/flows/flows-1/check-username-password.html
 */
export const checkUsernamePassword: Operation<UsernamePassword, Flow> = {
  ...onFlow,
  name: "checkUsernamePassword",
  method: "POST",
  path: (params) => actionPath(params, "usernamePassword.check"),
  mediaType: "application/vnd.pingidentity.usernamePassword.check+json",
  body: ({ username, password }) => ({ username, password }),
  secrets: ({ password }) => [password],
  repeatable: false,
};
