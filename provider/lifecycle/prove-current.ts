import { PingOneApiError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import { attemptsLeft } from "./lock-budget";
import { oneAtATime } from "./one-at-a-time";
import { type Send, unsatisfiedRequirements } from "../transport";

/** True when PingOne refuses a value for nothing but having been used before, which includes being the current one. */
export function isUsedBefore(error: unknown): error is PingOneApiError {
  return (
    error instanceof PingOneApiError &&
    error.status === 400 &&
    error.details.length > 0 &&
    error.details.every((detail) => {
      const rules = unsatisfiedRequirements(detail.innerError);
      return rules.length > 0 && rules.every((rule) => rule === "history");
    })
  );
}

/**
 * Asks PingOne once whether a value is the current password; answers with the state when it is, else with the reason why it is
 * not or could not be asked, which ends with what to do. A miss counts towards a lockout: it is not asked with one attempt left,
 * nor when neither PingOne's warning nor the policy tells how many there are.
 */
export async function proveCurrent(
  send: Send,
  user: UserRef,
  value: string,
  state: PasswordState,
): Promise<Proof> {
  return oneAtATime(send, user, async (hasWaited) =>
    prove(send, user, value, hasWaited ? await send(operations.readPasswordState, user) : state),
  );
}

type Proof = { readonly isCurrent: true } | { readonly isCurrent: false; readonly reason: string };

async function prove(send: Send, user: UserRef, value: string, state: PasswordState): Promise<Proof> {
  if (state.status === "NO_PASSWORD") {
    return not(
      "the user has no password now: give a new value, or set bypassPolicy to have the old one again",
    );
  }
  if (state.status === "PASSWORD_LOCKED_OUT") {
    const wait = state.secondsUntilUnlock === undefined ? "" : `wait ${state.secondsUntilUnlock} s, `;
    return not(
      `the password is locked out, so whether it is the current one cannot be checked: ${wait}unlock it (PasswordUnlock), or give a new value`,
    );
  }
  if ((await attemptsLeft(send, user, state)) <= 1) {
    return not(
      "one more failed check would lock the user out, so whether it is the current one is not checked: give a new value, or sign on once with the right password and run again",
    );
  }
  try {
    await send(operations.checkPassword, { ...user, password: value });
    return { isCurrent: true };
  } catch (error) {
    if (isMiss(error)) {
      return not(
        `it is not the current one (one check was made and ${await describeCost(send, user)}): give a new value`,
      );
    }
    throw error;
  }
}

function not(reason: string): { readonly isCurrent: false; readonly reason: string } {
  return { isCurrent: false, reason };
}

/** True when PingOne says that a checked password is not the current one. */
export function isMiss(error: unknown): error is PingOneApiError {
  return (
    error instanceof PingOneApiError &&
    error.status === 400 &&
    error.details.some(({ target }) => target === "password")
  );
}

/** A miss that locked the user all the same, because others failed at the same time, must not go unsaid. */
async function describeCost(send: Send, user: UserRef): Promise<string> {
  const { status } = await send(operations.readPasswordState, user);
  return status === "PASSWORD_LOCKED_OUT"
    ? "LOCKED THE PASSWORD: unlock it with a PasswordUnlock"
    : "counts as a failed one";
}
