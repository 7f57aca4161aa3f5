import { PingOneApiError, PingOneError, PingOneNetworkError, PingOneResponseError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import { isNewer } from "./drift";
import { explainRefusal } from "./explain-refusal";
import { forceChange } from "./force-change";
import type { Report } from "./lifecycle";
import { isEncoded } from "./password-value";
import { isUsedBefore, proveCurrent } from "./prove-current";
import { setSurely } from "./set-surely";

/** A password that is to be the user's. */
export type Wish = {
  readonly value: string;
  readonly forceChange: boolean;
  readonly bypassPolicy: boolean;
  /** When our last value was set, if we know of one: a password that is still that one cannot be the new value. */
  readonly appliedAt?: string | undefined;
  /** Made for this set: the next one makes another. */
  readonly isGenerated?: boolean;
};

/** What PingOne holds after it accepted something. `failure` is the later step that did not work. */
export type Applied = {
  readonly state?: PasswordState;
  readonly forceChange: boolean;
  readonly failure?: PingOneError;
};

/** Makes a value the user's password. Throws while PingOne has accepted nothing; after that it returns what holds. */
export async function applyPassword(send: Send, user: UserRef, wish: Wish, report: Report): Promise<Applied> {
  try {
    const state = await setSurely(send, user, wish);
    return state.lastChangedAt === undefined
      ? await readAfterSet(send, user, wish)
      : { state, forceChange: wish.forceChange };
  } catch (error) {
    if (error instanceof PingOneError && error.isUnsent === true) {
      throw error;
    }
    if (error instanceof PingOneResponseError) {
      return error.isEmpty
        ? trustEmptyAnswer(send, user, wish, error)
        : proveAfterOddAnswer(send, user, wish, error);
    }
    if (error instanceof PingOneNetworkError && error.unclear) {
      throw unclear(error, wish);
    }
    if (!(error instanceof PingOneApiError)) {
      throw error;
    }
    if (isUsedBefore(error) && !isEncoded(wish.value)) {
      // A random value that PingOne knows already is our own: a set of which no answer came took effect after the look.
      return wish.isGenerated === true
        ? readAfterSet(send, user, wish)
        : recognise(send, user, wish, report, error);
    }
    throw await explainRefusal(send, user, error);
  }
}

/** PingOne took the value; a state that cannot be read now is read by the next run. */
async function readAfterSet(send: Send, user: UserRef, wish: Wish): Promise<Applied> {
  try {
    return { state: await send(operations.readPasswordState, user), forceChange: wish.forceChange };
  } catch (error) {
    if (error instanceof PingOneError) {
      return { forceChange: wish.forceChange, failure: error };
    }
    throw error;
  }
}

/** A success without a word may be PingOne's: then the password was changed since our last value. */
async function trustEmptyAnswer(
  send: Send,
  user: UserRef,
  wish: Wish,
  empty: PingOneResponseError,
): Promise<Applied> {
  const applied = await readAfterSet(send, user, wish);
  return applied.state === undefined || isNewer(applied.state, wish.appliedAt)
    ? applied
    : proveAfterOddAnswer(send, user, wish, empty);
}

/** A success that is not PingOne's may come from anything in between: only PingOne can say whether the value was set. */
async function proveAfterOddAnswer(
  send: Send,
  user: UserRef,
  wish: Wish,
  odd: PingOneResponseError,
): Promise<Applied> {
  const doubt = `${odd.message} PingOne does not confirm that the password was set.`;
  let state: PasswordState;
  let isSet: boolean;
  try {
    state = await send(operations.readPasswordState, user);
    isSet = !isEncoded(wish.value) && (await proveCurrent(send, user, wish.value, state)).isCurrent;
  } catch (error) {
    // Still an answer that leaves it open: a failure of the look must not pass for a refusal of the set.
    throw error instanceof PingOneError
      ? new PingOneResponseError(`${doubt} (${error.message})`, false)
      : error;
  }
  if (!isSet) {
    throw new PingOneResponseError(doubt, false);
  }
  return { state, forceChange: wish.forceChange };
}

/** A value that is refused only because it is the password already counts as set. */
async function recognise(
  send: Send,
  user: UserRef,
  wish: Wish,
  report: Report,
  refusal: PingOneApiError,
): Promise<Applied> {
  const state = await send(operations.readPasswordState, user);
  const proof =
    wish.appliedAt !== undefined && !isNewer(state, wish.appliedAt)
      ? { isCurrent: false, reason: "it is not the current one: give a new value" }
      : await proveCurrent(send, user, wish.value, state);
  if (!proof.isCurrent) {
    throw new PingOneApiError(
      `${refusal.message} The value was used before, and ${"reason" in proof ? proof.reason : ""}.`,
      refusal,
    );
  }
  const mustChange = state.status === "MUST_CHANGE_PASSWORD";
  report.info(
    `The value already is the user's password (PingOne confirmed it with one check): it was not set again${mustChange && !wish.forceChange ? ", so the user still has to change it at the next sign-on" : ""}.`,
  );
  return wish.forceChange && !mustChange
    ? forceChange(send, user, state)
    : { state, forceChange: wish.forceChange };
}

function unclear(
  error: PingOneNetworkError,
  { value, bypassPolicy, isGenerated = false }: Wish,
): PingOneNetworkError {
  if (isGenerated) {
    return new PingOneNetworkError(
      `${error.message} Whether PingOne took the generated password is not known: the next run makes and sets another one.`,
      true,
      { cause: error },
    );
  }
  const next =
    bypassPolicy || isEncoded(value)
      ? "the next run sets it (again)"
      : "a value it did take is recognised by the next run and not set twice";
  return new PingOneNetworkError(
    `${error.message} Whether PingOne took the password is not known: ${next}.`,
    true,
    {
      cause: error,
    },
  );
}
