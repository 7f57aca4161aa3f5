import { PingOneApiError, PingOneError, PingOneResponseError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import type { Wish } from "./apply-password";
import { isNewer } from "./drift";
import { type Pause, pauseBeforeRepeat } from "./pause-before-repeat";
import { isUnclear } from "./unclear";

/**
 * Sets a password, and finds out what became of it when no answer arrives: the state is read before anything is sent again. A password
 * that was changed while the set was under way is ours. Otherwise the set goes out again: one that does take effect all the same, late,
 * is then refused for the history, which is for the caller to recognise.
 * @throws {PingOneError} the refusal, or a failure that leaves it open
 */
export async function setSurely(
  send: Send,
  user: UserRef,
  wish: Wish,
  pause: Pause = pauseBeforeRepeat,
): Promise<PasswordState> {
  const operation = wish.bypassPolicy ? operations.setPasswordValue : operations.setPassword;
  let open: unknown;
  for (let attempt = 1; ; attempt += 1) {
    const set = stopwatch();
    try {
      return await send(operation, { ...user, ...wish }, set);
    } catch (error) {
      if (!isUnclear(error) || isEmptySuccess(error)) {
        // What cannot be reached now says nothing of the try before, which may take effect yet.
        throw open === undefined || isLastWord(error) ? error : open;
      }
      open = error;
      const tried = set.elapsed();
      const look = stopwatch();
      const state = await send(operations.readPasswordState, user, look).catch((second: unknown) => {
        throw second instanceof PingOneError ? error : second;
      });
      const waited = look.sentAt() - set.sentAt() - tried;
      if (isOurs(state, wish, waited, set.elapsed())) {
        return state;
      }
      if (!(await pause(error, attempt))) {
        throw error;
      }
    }
  }
}

/** Counts from when a request goes out: the queue before it may take minutes, in which somebody else's change is not ours. */
function stopwatch() {
  let start = performance.now();
  return {
    onSend: () => {
      start = performance.now();
    },
    sentAt: () => start,
    elapsed: () => performance.now() - start,
  };
}

/** PingOne's clock is read to the second. */
const SLACK = 1000;

/**
 * Whether the password was changed after the set went out and before it failed. All times are PingOne's: no other clock has a say. The
 * value before, where it is ours, may be younger than that clock can tell.
 * @param least milliseconds from the failure to the look
 * @param most milliseconds from the set to the answer of the look
 */
function isOurs(state: PasswordState, { appliedAt }: Wish, least: number, most: number): boolean {
  const age = (state.readAt ?? NaN) - Date.parse(state.lastChangedAt ?? "");
  return age >= least - SLACK && age <= most + SLACK && isNewer(state, appliedAt);
}

/** True for PingOne's own word on what was sent, a success or a refusal, which holds for every try; and for a bug. */
function isLastWord(error: unknown): boolean {
  if (error instanceof PingOneApiError) {
    return error.status >= 400 && error.status < 500 && error.status !== 429;
  }
  return isEmptySuccess(error) || !(error instanceof PingOneError);
}

function isEmptySuccess(error: unknown): boolean {
  return error instanceof PingOneResponseError && error.isEmpty;
}
