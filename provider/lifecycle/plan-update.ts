import { changedKnown } from "./changed";
import { undoOf } from "./undo-password";
import { isUnknown, UNKNOWN } from "./unknown";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** What an update does to PingOne. */
export type UpdatePlan =
  /** Nothing at all; there is no update. */
  | "none"
  /** Keeps the new inputs; no call. */
  | "record"
  /** Reads the state that an earlier run could not read. */
  | "read"
  /** Asks the user for a new password; the value stays. */
  | "forceChange"
  /** Sets the new value. */
  | "set";

/** The one decision on what an update does, for diff to announce and for update to carry out. */
export function planUpdate(olds: UserPasswordState, news: UserPasswordInputs): UpdatePlan {
  if (valueChanged(olds, news) || isTakenBack(olds, news)) {
    return "set";
  }
  if (news.forceChange === true && olds.forceChange !== true) {
    return "forceChange";
  }
  if (olds.status === undefined) {
    return "read";
  }
  return isRecordedOnly(olds, news) ? "record" : "none";
}

/** A change outside that the program wants undone. A user who was asked to change the password has obeyed. */
export function isTakenBack(olds: UserPasswordState, news: UserPasswordInputs): boolean {
  return (
    news.onExternalChange === "reset" &&
    olds.externallyChanged &&
    olds.forceChange !== true &&
    !isUnknown([news.environmentId, news.userId])
  );
}

/** Inputs that are kept for a later step and send nothing now. */
function isRecordedOnly(olds: UserPasswordState, news: UserPasswordInputs): boolean {
  const { forceChange, onExternalChange, deletionPolicy, deletionPolicyForce, exposeValue } = news;
  const undo = isUnknown([deletionPolicy, deletionPolicyForce]) ? UNKNOWN : undoOf(news);
  const kept = { forceChange, onExternalChange, undo };
  const hides = olds.value !== undefined && exposeValue !== true && !isUnknown(exposeValue);
  return hides || changedKnown<string>(olds, kept, Object.keys(kept)).length > 0;
}

/** An unknown user makes the fingerprint unknown without the value being another; an unknown value for a known user may be. */
function valueChanged(olds: UserPasswordState, news: UserPasswordInputs): boolean {
  return isUnknown([news.environmentId, news.userId]) ? false : olds.fingerprint !== news.fingerprint;
}
