import type { Operation } from "../transport";
import { parsePasswordState, type PasswordState } from "./password-state";
import { passwordPath, type UserRef } from "./user-ref";

/**
 * Reads the state of a user's password, with the policy in force when PingOne embeds it. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/read-password-state.html
 */
export const readPasswordState: Operation<UserRef, PasswordState> = {
  name: "readPasswordState",
  method: "GET",
  path: (user) => `${passwordPath(user)}?expand=passwordPolicy`,
  repeatable: true,
  parse: (body, _user, _cookies, answeredAt) => {
    const state = parsePasswordState(body);
    return state?.secondsUntilUnlock === undefined || answeredAt === undefined
      ? state
      : { ...state, unlockAt: toTime(answeredAt + state.secondsUntilUnlock * 1000) };
  },
};

/** To the second: that is all that PingOne counts in. */
function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, "");
}
