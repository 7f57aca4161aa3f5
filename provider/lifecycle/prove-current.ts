import { PingOneApiError, PingOneError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import { unsatisfiedRequirements } from "../transport";

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
 * Asks PingOne once whether a refused value is the current password, and answers with the state when it is.
 * A miss counts towards a lockout, so it is not asked with one attempt left, nor when that cannot be known.
 * @throws {PingOneError} saying why it is not, or could not be asked, and what to do
 */
export async function proveCurrent(
  send: Send,
  user: UserRef,
  value: string,
  refusal: PingOneApiError,
): Promise<PasswordState> {
  const state = await send(operations.readPasswordState, user);
  if (state.status === "PASSWORD_LOCKED_OUT") {
    const wait = state.secondsUntilUnlock === undefined ? "" : `wait ${state.secondsUntilUnlock} s, `;
    throw unproven(
      refusal,
      `the password is locked out, so that cannot be checked: ${wait}unlock it (PasswordUnlock), or give a new value`,
    );
  }
  if ((await attemptsLeft(send, user, state)) <= 1) {
    throw unproven(
      refusal,
      "the next failed check would lock the user out, so that is not checked: give a new value, or sign on once with the right password and run again",
    );
  }
  try {
    await send(operations.checkPassword, { ...user, password: value });
    return state;
  } catch (error) {
    if (error instanceof PingOneApiError && error.status === 400) {
      throw unproven(
        refusal,
        "it is not the current one (one check was made and counts as a failed one): give a value that was not used before",
      );
    }
    throw error;
  }
}

/** Failed checks that are left before a lockout; 0 when that cannot be known. */
async function attemptsLeft(send: Send, user: UserRef, state: PasswordState): Promise<number> {
  if (state.failuresRemaining !== undefined) {
    return state.failuresRemaining;
  }
  const policy = state.passwordPolicy ?? (await readPolicy(send, user, state.passwordPolicyId));
  return policy === undefined ? 0 : (policy.lockoutFailureCount ?? Infinity);
}

async function readPolicy(send: Send, { environmentId }: UserRef, policyId: string | undefined) {
  try {
    return policyId === undefined
      ? undefined
      : await send(operations.readPasswordPolicy, { environmentId, policyId });
  } catch (error) {
    if (error instanceof PingOneError) {
      return undefined;
    }
    throw error;
  }
}

function unproven(refusal: PingOneApiError, reason: string): PingOneApiError {
  return new PingOneApiError(`${refusal.message} The value was used before, and ${reason}.`, refusal);
}
