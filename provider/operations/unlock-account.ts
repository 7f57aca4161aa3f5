import type { Operation } from "../transport";
import { parseUser, type User, userPath } from "./user";
import type { UserRef } from "./user-ref";

/**
 * Lifts an administrator's lock of a user's account; a lockout of the password and a lock by MFA stay.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-accounts/user-account-unlock.html
 */
export const unlockAccount: Operation<UserRef, User> = {
  name: "unlockAccount",
  method: "POST",
  path: userPath,
  mediaType: "application/vnd.pingidentity.account.unlock+json",
  repeatable: true,
  parse: parseUser,
};
