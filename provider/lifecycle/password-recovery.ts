import { PingOneApiError, PingOneError } from "../errors";
import { operations, type PasswordState, type PasswordStatus, type UserRef } from "../operations";
import type { Send } from "../transport";
import { action } from "./action";
import { isNewer } from "./drift";
import { EXTERNAL_PASSWORD, explainRefusal } from "./explain-refusal";
import { plainPassword } from "./password-value";
import { recoveryCode } from "./recovery-code";
import { isUnclear } from "./unclear";

/** Inputs of a PasswordRecovery once checked: the code and the password are gone. */
export type PasswordRecoveryInputs = UserRef & { readonly triggers?: unknown };

/** What the state keeps of a PasswordRecovery. */
export type PasswordRecoveryState = PasswordRecoveryInputs & {
  readonly status: PasswordStatus;
  readonly recoveredAt: string;
};

/** Sets a new password for a code that was mailed. */
export const passwordRecovery = action<PasswordRecoveryInputs, PasswordRecoveryState>({
  type: "PasswordRecovery",
  suffix: "recovery",
  readsState: true,
  secrets: [
    { name: "recoveryCode", rule: recoveryCode },
    { name: "newPassword", rule: plainPassword },
  ],
  async run({ send, inputs, secret, report }) {
    const { environmentId, userId } = inputs;
    const user = { environmentId, userId };
    const call = { ...user, recoveryCode: secret("recoveryCode"), newPassword: secret("newPassword") };
    const before = await send(operations.readPasswordState, user);
    if (before.status === "EXTERNAL") {
      throw new PingOneError(`There is no password to recover for user ${userId}. ${EXTERNAL_PASSWORD}`);
    }
    const state = await changeOnce(send, user, before, () => send(operations.recoverPassword, call));
    report.info(
      `The password is recovered${before.status === "PASSWORD_LOCKED_OUT" ? ", and no longer locked out" : ""}.`,
    );
    return { ...inputs, status: state.status, recoveredAt: state.lastChangedAt ?? new Date().toISOString() };
  },
});

/**
 * Makes a call that changes the password and must not be made twice. When its answer never came, the time of the last change tells
 * whether it took effect.
 */
export async function changeOnce(
  send: Send,
  user: UserRef,
  before: PasswordState,
  call: () => Promise<PasswordState>,
): Promise<PasswordState> {
  try {
    return await call();
  } catch (error) {
    if (isUnclear(error)) {
      const after = await send(operations.readPasswordState, user);
      if (isNewer(after, before.lastChangedAt)) {
        return after;
      }
    }
    throw error instanceof PingOneApiError ? await explainRefusal(send, user, error) : error;
  }
}
