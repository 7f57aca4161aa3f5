import { PartialFailure } from "../errors";
import type { PasswordState } from "../operations";
import type { Applied } from "./apply-password";
import { isNewer } from "./drift";
import { userKey } from "./user-id";
import { undoOf } from "./undo-password";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** The state after a write of the value. When a later step failed, what PingOne accepted is kept and the failure told. */
export function written(
  inputs: UserPasswordInputs,
  applied: Applied,
  exposed?: Pick<UserPasswordState, "value" | "verified">,
): UserPasswordState {
  const { state, forceChange, failure } = applied;
  const outs = {
    ...exposed,
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
    ...recorded(inputs, olds),
    ...observed(after),
    appliedAt: isOurs ? after.lastChangedAt : olds.appliedAt,
    externallyChanged: false,
  };
}

/** New inputs with what was last seen at PingOne. */
export function recorded(inputs: UserPasswordInputs, olds: UserPasswordState): UserPasswordState {
  return { ...olds, ...declared(inputs), ...kept(inputs, olds) };
}

/** What no read of PingOne tells again: a generated password while the program wants it exposed, and whether one taken over was known. */
export function kept(
  { exposeValue }: UserPasswordInputs,
  { value, verified }: UserPasswordState,
): Pick<UserPasswordState, "value" | "verified"> {
  return { value: exposeValue === true ? value : undefined, verified };
}

/** What PingOne tells of a password; absent properties are named, so that they take an older value's place. */
export function observed({ status, lastChangedAt, passwordPolicyId }: PasswordState) {
  return { status, lastChangedAt, passwordPolicyId };
}

function declared({ fingerprint, forceChange, onExternalChange, ...inputs }: UserPasswordInputs) {
  return { fingerprint, forceChange, onExternalChange, undo: undoOf(inputs) };
}
