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
    if (state === undefined || answeredAt === undefined) {
      return state;
    }
    const { secondsUntilUnlock } = state;
    const unlockAt =
      secondsUntilUnlock === undefined ? undefined : toTime(answeredAt + secondsUntilUnlock * 1000);
    return { ...state, readAt: answeredAt, ...(unlockAt === undefined ? {} : { unlockAt }) };
  },
};

/** To the second: that is all that PingOne counts in. Undefined beyond what a calendar holds. */
function toTime(milliseconds: number): string | undefined {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace(/\.\d+/, "");
}
