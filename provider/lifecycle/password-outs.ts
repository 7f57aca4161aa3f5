import { PartialFailure } from "../errors";
import type { PasswordState } from "../operations";
import type { Applied } from "./apply-password";
import { userKey } from "./user-id";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/**
 * The state after a write. When a later step failed, what PingOne accepted is kept and the failure told.
 * @param before given where the value itself was not written: a change of it by others then stays visible
 */
export function written(
  inputs: UserPasswordInputs,
  applied: Applied,
  before?: UserPasswordState,
): UserPasswordState {
  const { state, forceChange, failure } = applied;
  const externallyChanged = before?.externallyChanged === true;
  const outs = {
    ...declared(inputs),
    forceChange: forceChange || undefined,
    ...(state === undefined ? {} : observed(state)),
    appliedAt: externallyChanged ? before.appliedAt : state?.lastChangedAt,
    externallyChanged,
  };
  if (failure !== undefined) {
    throw new PartialFailure(userKey(inputs), outs, failure);
  }
  return outs;
}

/** New inputs with what was last seen at PingOne. */
export function recorded(inputs: UserPasswordInputs, olds: UserPasswordState): UserPasswordState {
  return { ...olds, ...declared(inputs) };
}

/** What PingOne tells of a password; absent properties are named, so that they take an older value's place. */
export function observed({ status, lastChangedAt, passwordPolicyId }: PasswordState) {
  return { status, lastChangedAt, passwordPolicyId };
}

function declared({ fingerprint, forceChange, deletionPolicy, deletionPolicyForce }: UserPasswordInputs) {
  return { fingerprint, forceChange, deletionPolicy, deletionPolicyForce };
}
