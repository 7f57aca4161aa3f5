import { PingOneError } from "../errors";
import type { PasswordState, UserRef } from "../operations";
import type { Report } from "./lifecycle";
import type { RunReads } from "./run-reads";

/**
 * Says at preview that a call is going to end a lockout: whoever locked the user out by guessing is let in again.
 * @param what the call, in words
 */
export async function previewUnlock(
  reads: RunReads,
  user: UserRef,
  what: string,
  report: Report,
): Promise<PasswordState> {
  const state = await reads.state(user);
  if (state.status === "PASSWORD_LOCKED_OUT") {
    report.info(`The password is locked out: this ${what} also clears a lockout ${describeEnd(state)}.`);
  }
  return state;
}

/** The same where nothing else is asked of the state: one that cannot be read is the run's to tell. */
export async function tryPreviewUnlock(
  reads: RunReads,
  user: UserRef,
  what: string,
  report: Report,
): Promise<void> {
  try {
    await previewUnlock(reads, user, what, report);
  } catch (error) {
    if (!(error instanceof PingOneError)) {
      throw error;
    }
  }
}

function describeEnd({ unlockAt, secondsUntilUnlock }: PasswordState): string {
  if (unlockAt !== undefined) {
    return `until ${unlockAt}`;
  }
  return secondsUntilUnlock === undefined
    ? "that only an administrator would lift"
    : `that would last another ${secondsUntilUnlock} s`;
}
