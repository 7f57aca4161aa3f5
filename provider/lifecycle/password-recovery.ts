import { PartialFailure, PingOneApiError, PingOneError } from "../errors";
import { operations, type PasswordState, type PasswordStatus, type UserRef } from "../operations";
import type { Send } from "../transport";
import { action } from "./action";
import { isTriggered } from "./triggers";
import { isNewer } from "./drift";
import { EXTERNAL_PASSWORD, explainRefusal } from "./explain-refusal";
import { plainPassword } from "./password-value";
import { recoveryCode } from "./recovery-code";
import { tookEffect, UnknownOutcome } from "./took-effect";
import { userKey } from "./user-id";

const SUFFIX = "recovery";

/** Inputs of a PasswordRecovery once checked: the code and the password are gone. */
export type PasswordRecoveryInputs = UserRef & { readonly triggers?: unknown };

/** What the state keeps of a PasswordRecovery. */
export type PasswordRecoveryState = PasswordRecoveryInputs & {
  readonly status: PasswordStatus;
  readonly recoveredAt?: string | undefined;
  /** When the password had been changed before a recovery whose outcome is not known; empty for never. */
  readonly openSince?: string | undefined;
  /** Until when such a recovery may have changed it; a later change is somebody else's. */
  readonly openUntil?: string | undefined;
};

/** Sets a new password for a code that was mailed. */
export const passwordRecovery = action<PasswordRecoveryInputs, PasswordRecoveryState>({
  type: "PasswordRecovery",
  suffix: SUFFIX,
  readsState: true,
  unlocks: "recovery",
  secrets: [
    { name: "recoveryCode", rule: recoveryCode },
    { name: "newPassword", rule: plainPassword },
  ],
  isOpen: ({ openSince }) => openSince !== undefined,
  async run({ send, inputs, olds, secret, report }) {
    const { environmentId, userId } = inputs;
    const user = { environmentId, userId };
    const before = await send(operations.readPasswordState, user);
    // Another trigger asks for another recovery, whatever became of that one.
    if (olds !== undefined && !isTriggered(olds, inputs) && wasRecovered(olds, before)) {
      report.info("The recovery of the last run did set the password.");
      return recovered(inputs, before);
    }
    if (before.status === "EXTERNAL") {
      throw new PingOneError(`There is no password to recover for user ${userId}. ${EXTERNAL_PASSWORD}`);
    }
    const call = { ...user, recoveryCode: secret("recoveryCode"), newPassword: secret("newPassword") };
    const state = await recover(send, user, before, () => send(operations.recoverPassword, call), inputs);
    report.info(
      `The password is recovered${before.status === "PASSWORD_LOCKED_OUT" ? ", and no longer locked out" : ""}.`,
    );
    return recovered(inputs, state);
  },
});

/** Milliseconds for which PingOne takes a recovery code. */
const CODE_LIFETIME = 5 * 60_000;

/** Whether the password was changed while the recovery that was left open may have done it. */
function wasRecovered({ openSince, openUntil }: PasswordRecoveryState, now: PasswordState): boolean {
  return (
    openSince !== undefined &&
    isNewer(now, openSince === "" ? undefined : openSince) &&
    (openUntil === undefined || !isNewer(now, openUntil))
  );
}

function leftOpen({ lastChangedAt = "", readAt }: PasswordState) {
  return {
    openSince: lastChangedAt,
    ...(readAt === undefined ? {} : { openUntil: new Date(readAt + CODE_LIFETIME).toISOString() }),
  };
}

function recovered(inputs: PasswordRecoveryInputs, state: PasswordState): PasswordRecoveryState {
  return { ...inputs, status: state.status, recoveredAt: state.lastChangedAt ?? new Date().toISOString() };
}

/** The code is used up by success, so that it cannot be tried again: a lost answer is made up for by a look at the state. */
async function recover(
  send: Send,
  user: UserRef,
  before: PasswordState,
  call: () => Promise<PasswordState>,
  inputs: PasswordRecoveryInputs,
): Promise<PasswordState> {
  try {
    return await call();
  } catch (error) {
    const after = await tookEffect(send, user, before, error).catch((unknown: unknown) => {
      if (unknown instanceof UnknownOutcome) {
        const open = { ...inputs, status: before.status, ...leftOpen(before) };
        throw new PartialFailure(userKey(user, SUFFIX), open, unknown);
      }
      throw unknown;
    });
    if (after !== undefined) {
      return after;
    }
    throw error instanceof PingOneApiError ? await explainRefusal(send, user, error) : error;
  }
}
