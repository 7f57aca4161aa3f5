import type { Operation } from "../transport";
import { userPath } from "./user";
import type { UserRef } from "./user-ref";

/**
 * Deletes a user, and with it all that PingOne keeps of the user, for good.
 * https://developer.pingidentity.com/pingone-api/platform/users.html
 */
export const deleteUser: Operation<UserRef, true> = {
  name: "deleteUser",
  method: "DELETE",
  path: userPath,
  repeatable: true,
  // PingOne answers without a body; a page of somebody else's is no success.
  parse: (body) => (body === undefined ? true : undefined),
};
