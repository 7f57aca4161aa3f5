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
  if (valueChanged(olds, news)) {
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

/** Inputs that are kept for a later step and send nothing now. */
function isRecordedOnly(olds: UserPasswordState, news: UserPasswordInputs): boolean {
  const { forceChange, deletionPolicy, deletionPolicyForce } = news;
  const undo = isUnknown([deletionPolicy, deletionPolicyForce]) ? UNKNOWN : undoOf(news);
  return (
    changedKnown<"forceChange" | "undo">(olds, { forceChange, undo }, ["forceChange", "undo"]).length > 0
  );
}

/** An unknown user makes the fingerprint unknown without the value being another; an unknown value for a known user may be. */
function valueChanged(olds: UserPasswordState, news: UserPasswordInputs): boolean {
  return isUnknown([news.environmentId, news.userId]) ? false : olds.fingerprint !== news.fingerprint;
}
