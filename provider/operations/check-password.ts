import { isRecord, type Operation } from "../transport";
import { passwordPath, type UserRef } from "./user-ref";

/**
 * Asks PingOne whether a password is the user's current one. Answers quietly when it is; a miss is a `PingOneApiError` and
 * counts towards a lockout. The same wrong password counts once, so that asking again after a lost answer costs nothing more.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-check.html
 */
export const checkPassword: Operation<UserRef & { readonly password: string }, true> = {
  name: "checkPassword",
  method: "POST",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.check+json",
  body: ({ password }) => ({ password }),
  secrets: ({ password }) => [password],
  repeatable: true,
  // What a match answers with is not documented; an error's code in it is no match.
  parse: (body) => (isRecord(body) && "code" in body ? undefined : true),
};
