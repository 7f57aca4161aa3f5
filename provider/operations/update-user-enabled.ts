import { isRecord, type Operation } from "../transport";
import { userPath } from "./user";
import type { UserRef } from "./user-ref";

/**
 * Enables or disables a user: nobody signs on as a disabled one. Password and locks stay as they are.
 * https://developer.pingidentity.com/pingone-api/platform/users/enable-users/update-user-enabled.html
 */
export const updateUserEnabled: Operation<UserRef & { readonly enabled: boolean }, true> = {
  name: "updateUserEnabled",
  method: "PUT",
  path: (user) => `${userPath(user)}/enabled`,
  mediaType: "application/json",
  body: ({ enabled }) => ({ enabled }),
  repeatable: true,
  parse: (body, { enabled }) => (isRecord(body) && body["enabled"] === enabled ? true : undefined),
};
