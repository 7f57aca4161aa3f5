import { PingOneApiError } from "../errors";
import { operations, type UserRef } from "../operations";
import { whatKeepsOut } from "./kept-out";
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
  if (user.status === "rejected") {
    return undefined;
  }
  const isLockedOut = state.status === "fulfilled" && state.value.status === "PASSWORD_LOCKED_OUT";
  return isLockedOut && user.value.enabled ? undefined : whatKeepsOut(user.value);
}

/** Said wherever a password operation meets a user whose password is not PingOne's. */
export const EXTERNAL_PASSWORD =
  "The user's password is held by an external gateway (status EXTERNAL), not by PingOne: change it in the directory behind the gateway, and leave the user out of the program.";
