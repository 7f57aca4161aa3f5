import type { Operation } from "../transport";
import { parseUser, type User, userPath } from "./user";
import type { UserRef } from "./user-ref";

/**
 * Locks a user's account as an administrator: nobody signs on until it is unlocked. The password stays as it is.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-accounts/user-account-lock.html
 */
export const lockAccount: Operation<UserRef, User> = {
  name: "lockAccount",
  method: "POST",
  path: userPath,
  mediaType: "application/vnd.pingidentity.account.lock+json",
  repeatable: true,
  parse: parseUser,
};
