import { PartialFailure } from "../errors";
import type { PasswordState } from "../operations";
import type { Applied } from "./apply-password";
import { isNewer } from "./drift";
import { userKey } from "./user-id";
import { undoOf } from "./undo-password";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** The state after a write of the value. When a later step failed, what PingOne accepted is kept and the failure told. */
export function written(inputs: UserPasswordInputs, applied: Applied): UserPasswordState {
  const { state, forceChange, failure } = applied;
  const outs = {
    ...declared(inputs),
    forceChange: forceChange || undefined,
    ...(state === undefined ? {} : observed(state)),
    appliedAt: state?.lastChangedAt,
    externallyChanged: false,
  };
  if (failure !== undefined) {
    throw new PartialFailure(userKey(inputs), outs, failure);
  }
  return outs;
}

/**
 * The state after asking for a change, from when no later change is one from outside. A password that others had set before stays
 * theirs: only `appliedAt` says so, which a deletion looks at.
 */
export function asked(
  inputs: UserPasswordInputs,
  olds: UserPasswordState,
  before: PasswordState,
  after: PasswordState,
): UserPasswordState {
  // Without a status an earlier run set the password and could not read the state: the time it has now is ours.
  const isOurs = olds.status === undefined || !isNewer(before, olds.appliedAt);
  return {
    ...declared(inputs),
    ...observed(after),
    appliedAt: isOurs ? after.lastChangedAt : olds.appliedAt,
    externallyChanged: false,
  };
}

/** New inputs with what was last seen at PingOne. */
export function recorded(inputs: UserPasswordInputs, olds: UserPasswordState): UserPasswordState {
  return { ...olds, ...declared(inputs) };
}

/** What PingOne tells of a password; absent properties are named, so that they take an older value's place. */
export function observed({ status, lastChangedAt, passwordPolicyId }: PasswordState) {
  return { status, lastChangedAt, passwordPolicyId };
}

function declared(inputs: UserPasswordInputs) {
  return { fingerprint: inputs.fingerprint, forceChange: inputs.forceChange, undo: undoOf(inputs) };
}
