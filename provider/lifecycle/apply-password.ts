import { PingOneApiError, PingOneError, PingOneNetworkError, PingOneResponseError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Operation, Send } from "../transport";
import { explainRefusal } from "./explain-refusal";
import type { Report } from "./lifecycle";
import { isEncoded } from "./password-value";
import { isUsedBefore, proveCurrent } from "./prove-current";

/** A password that is to be the user's. */
export type Wish = { readonly value: string; readonly forceChange: boolean; readonly bypassPolicy: boolean };

/** What PingOne holds after it accepted something. `failure` is the later step that did not work. */
export type Applied = {
  readonly state?: PasswordState;
  readonly forceChange: boolean;
  readonly failure?: PingOneError;
};

/** Makes a value the user's password. Throws while PingOne has accepted nothing; after that it returns what holds. */
export async function applyPassword(send: Send, user: UserRef, wish: Wish, report: Report): Promise<Applied> {
  try {
    return {
      ...(await accepted(send, user, setOperation(wish), { ...user, ...wish })),
      forceChange: wish.forceChange,
    };
  } catch (error) {
    if (!(error instanceof PingOneApiError)) {
      throw error instanceof PingOneNetworkError && error.unclear ? unclear(error) : error;
    }
    if (isUsedBefore(error) && !isEncoded(wish.value)) {
      const state = await proveCurrent(send, user, wish.value, error);
      report.info(
        "The value already is the user's password (PingOne confirmed it with one check): it was not set again.",
      );
      return wish.forceChange && state.status !== "MUST_CHANGE_PASSWORD"
        ? forceChange(send, user, state)
        : { state, forceChange: wish.forceChange };
    }
    throw await explainRefusal(send, user, error);
  }
}

/** Runs an operation that changes the password; an answer that cannot be read is made up for by reading the state. */
export async function accepted<P extends UserRef>(
  send: Send,
  user: UserRef,
  operation: Operation<P, PasswordState>,
  params: P,
): Promise<{ state?: PasswordState; failure?: PingOneError }> {
  try {
    return { state: await send(operation, params) };
  } catch (error) {
    if (!(error instanceof PingOneResponseError)) {
      throw error;
    }
  }
  try {
    return { state: await send(operations.readPasswordState, user) };
  } catch (error) {
    return { failure: asPingOneError(error) };
  }
}

function setOperation(wish: Wish): Operation<UserRef & Wish, PasswordState> {
  return wish.bypassPolicy ? operations.setPasswordValue : operations.setPassword;
}

async function forceChange(send: Send, user: UserRef, state: PasswordState): Promise<Applied> {
  try {
    return { ...(await accepted(send, user, operations.forcePasswordChange, user)), forceChange: true };
  } catch (error) {
    return { state, forceChange: false, failure: asPingOneError(error) };
  }
}

function unclear(error: PingOneNetworkError): PingOneNetworkError {
  return new PingOneNetworkError(
    `${error.message} Whether PingOne took the password is not known: a value it did take is recognised by the next run and not set twice.`,
    true,
    { cause: error },
  );
}

function asPingOneError(error: unknown): PingOneError {
  if (error instanceof PingOneError) {
    return error;
  }
  throw error;
}
