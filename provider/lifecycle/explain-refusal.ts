import { PingOneApiError } from "../errors";
import { operations, type UserRef } from "../operations";
import { type Send, unsatisfiedRequirements } from "../transport";

/** Adds to a refusal what is special about the user, where something is. */
export async function explainRefusal(
  send: Send,
  user: UserRef,
  refusal: PingOneApiError,
): Promise<PingOneApiError> {
  const isAboutTheValue = refusal.details.some(
    ({ innerError }) => unsatisfiedRequirements(innerError).length > 0,
  );
  if (refusal.status !== 400 || isAboutTheValue) {
    return refusal;
  }
  const reason = await whatIsSpecial(send, user);
  return reason === undefined ? refusal : new PingOneApiError(`${refusal.message} ${reason}`, refusal);
}

/** What keeps a user from having, or using, a password of PingOne's own; undefined when nothing does or it cannot be read. */
async function whatIsSpecial(send: Send, ref: UserRef): Promise<string | undefined> {
  const [state, user] = await Promise.allSettled([
    send(operations.readPasswordState, ref),
    send(operations.readUser, ref),
  ]);
  if (state.status === "fulfilled" && state.value.status === "EXTERNAL") {
    return EXTERNAL_PASSWORD;
  }
  if (user.status === "fulfilled" && !user.value.enabled) {
    return "The user is disabled: enable it in PingOne, or leave it out of the program.";
  }
  const isLockedOut = state.status === "fulfilled" && state.value.status === "PASSWORD_LOCKED_OUT";
  if (user.status === "fulfilled" && user.value.account.status === "LOCKED" && !isLockedOut) {
    return "The account is locked, by an administrator or by MFA: unlock it in PingOne (Unlock account), which no password operation does.";
  }
  return undefined;
}

/** Said wherever a password operation meets a user whose password is not PingOne's. */
export const EXTERNAL_PASSWORD =
  "The user's password is held by an external gateway (status EXTERNAL), not by PingOne: change it in the directory behind the gateway, and leave the user out of the program.";
