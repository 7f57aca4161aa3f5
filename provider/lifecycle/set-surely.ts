import { PingOneError, PingOneResponseError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import type { Wish } from "./apply-password";
import { isNewer } from "./drift";
import { type Pause, pauseBeforeRepeat } from "./pause-before-repeat";
import { isUnclear } from "./unclear";

/**
 * Sets a password, and finds out what became of it when no answer arrives: the state is read before anything is sent again. A password
 * that was changed since the set went out is ours. Otherwise the set goes out again: one that does take effect all the same, late, is
 * then refused for the history, which is for the caller to recognise.
 * @throws {PingOneError} the refusal, or the last failure that leaves it open
 */
export async function setSurely(
  send: Send,
  user: UserRef,
  wish: Wish,
  pause: Pause = pauseBeforeRepeat,
): Promise<PasswordState> {
  const operation = wish.bypassPolicy ? operations.setPasswordValue : operations.setPassword;
  for (let attempt = 1; ; attempt += 1) {
    let sentAt = performance.now();
    // The queue before it may take minutes, in which somebody else's change is not ours.
    const onSend = () => {
      sentAt = performance.now();
    };
    try {
      return await send(operation, { ...user, ...wish }, { onSend });
    } catch (error) {
      if (!isUnclear(error) || isEmptySuccess(error)) {
        throw error;
      }
      const state = await send(operations.readPasswordState, user).catch((second: unknown) => {
        throw second instanceof PingOneError ? error : second;
      });
      if (isOurs(state, wish, performance.now() - sentAt)) {
        return state;
      }
      if (!(await pause(error, attempt))) {
        throw error;
      }
    }
  }
}

/** PingOne's clock is read to the second. */
const SLACK = 1000;

/**
 * Whether the password was changed after the set went out. All times are PingOne's: no other clock has a say. The value before, where
 * it is ours, may be younger than that clock can tell.
 */
function isOurs(state: PasswordState, { appliedAt }: Wish, elapsed: number): boolean {
  const age = (state.readAt ?? NaN) - Date.parse(state.lastChangedAt ?? "");
  return age <= elapsed + SLACK && isNewer(state, appliedAt);
}

function isEmptySuccess(error: unknown): boolean {
  return error instanceof PingOneResponseError && error.isEmpty;
}
