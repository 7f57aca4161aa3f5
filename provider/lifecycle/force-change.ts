import { PingOneApiError, PingOneError, PingOneResponseError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import type { Applied } from "./apply-password";
import { explainRefusal } from "./explain-refusal";

/** Asks the user for another password, after something else was accepted: a failure is told beside what holds. */
export async function forceChange(send: Send, user: UserRef, before: PasswordState): Promise<Applied> {
  try {
    return { state: await forceChangeAlone(send, user), forceChange: true };
  } catch (error) {
    if (error instanceof PingOneError) {
      return { state: before, forceChange: false, failure: error };
    }
    throw error;
  }
}

/** Asks the user for another password. An answer that cannot be read is made up for by reading the state. */
export async function forceChangeAlone(send: Send, user: UserRef): Promise<PasswordState> {
  try {
    return await send(operations.forcePasswordChange, user);
  } catch (error) {
    if (error instanceof PingOneApiError) {
      throw await explainRefusal(send, user, error);
    }
    if (!(error instanceof PingOneResponseError)) {
      throw error;
    }
    const state = await send(operations.readPasswordState, user);
    if (state.status !== "MUST_CHANGE_PASSWORD") {
      throw error;
    }
    return state;
  }
}
