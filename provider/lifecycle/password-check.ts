import { PartialFailure, PingOneError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import { action } from "./action";
import { EXTERNAL_PASSWORD } from "./explain-refusal";
import { attemptsLeft, failuresRemainingIn } from "./lock-budget";
import { oneAtATime } from "./one-at-a-time";
import { count } from "../policy";
import { plainPassword } from "./password-value";
import { isMiss } from "./prove-current";
import { userKey } from "./user-id";

const SUFFIX = "check";

/** Inputs of a PasswordCheck once checked: the password is gone. */
export type PasswordCheckInputs = UserRef & { readonly triggers?: unknown };

/** What the state keeps of a PasswordCheck. */
export type PasswordCheckState = PasswordCheckInputs & {
  readonly matched: boolean;
  /** Failed checks left before a lockout, where that is known. */
  readonly failuresRemaining?: number | undefined;
};

/** Asserts that a password is the user's. A miss fails the run, and is asked again by the next one. */
export const passwordCheck = action<PasswordCheckInputs, PasswordCheckState>({
  type: "PasswordCheck",
  suffix: SUFFIX,
  secrets: [{ name: "password", rule: plainPassword }],
  isOpen: ({ matched }) => !matched,
  async run({ send, inputs, secret }) {
    const { environmentId, userId } = inputs;
    const user = { environmentId, userId };
    const password = secret("password");
    return oneAtATime(send, user, () => check(send, inputs, password));
  },
});

async function check(send: Send, inputs: PasswordCheckInputs, password: string): Promise<PasswordCheckState> {
  const { environmentId, userId } = inputs;
  const user = { environmentId, userId };
  const state = await send(operations.readPasswordState, user);
  const left = await mayFail(send, user, state);
  try {
    await send(operations.checkPassword, { ...user, password });
  } catch (error) {
    if (!isMiss(error)) {
      throw error;
    }
    const failuresRemaining = failuresRemainingIn(error) ?? finite(left - 1);
    const cost =
      failuresRemaining === undefined
        ? ""
        : ` ${count(failuresRemaining, "more failed check")} ${failuresRemaining === 1 ? "locks" : "lock"} the user out.`;
    throw new PartialFailure(
      userKey(user, SUFFIX),
      { ...inputs, matched: false, failuresRemaining },
      new PingOneError(
        `The password is not the user's current one.${cost} Correct the password, or set it with a UserPassword.`,
      ),
    );
  }
  // A match starts the count afresh.
  return {
    ...inputs,
    matched: true,
    failuresRemaining: state.passwordPolicy?.lockout?.failureCount ?? finite(left),
  };
}

/** Without a lockout there is no number, which no state could hold either. */
function finite(count: number): number | undefined {
  return Number.isFinite(count) ? count : undefined;
}

/** Failed checks that may still be made, at least two. @throws {PingOneError} when a miss would lock the user out, or no check is possible */
export async function mayFail(send: Send, user: UserRef, state: PasswordState): Promise<number> {
  switch (state.status) {
    case "EXTERNAL":
      throw new PingOneError(`There is no password at PingOne to check. ${EXTERNAL_PASSWORD}`);
    case "NO_PASSWORD":
      throw new PingOneError("The user has no password: set one with a UserPassword first.");
    case "PASSWORD_LOCKED_OUT":
      throw new PingOneError(
        `The password is locked out: unlock it with a PasswordUnlock${state.secondsUntilUnlock === undefined ? "" : `, or wait ${state.secondsUntilUnlock} s`}, and run again.`,
      );
    default: {
      const left = await attemptsLeft(send, user, state);
      if (left <= 1) {
        throw new PingOneError(
          left === 1
            ? 'One more wrong password would lock the user out, so it is not tried: sign on once with the right one, or run a PasswordUnlock with when: "always", and try again.'
            : "How many wrong passwords lock the user out cannot be read, so none is tried: give the worker application the right to read password policies.",
        );
      }
      return left;
    }
  }
}
