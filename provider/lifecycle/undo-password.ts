import { operations, type PasswordState, type UserRef } from "../operations";
import type { Report } from "./lifecycle";
import type { Session } from "./session";
import { unlessGone } from "./unless-gone";
import { userKey } from "./user-id";
import type { UserPasswordState } from "./user-password-types";

/** Carries out the deletionPolicy of a UserPassword that goes, unless its password is not ours any more. */
export async function undoPassword(
  session: Session,
  user: UserRef,
  props: UserPasswordState,
  report: Report,
): Promise<void> {
  const { deletionPolicy = "keep", deletionPolicyForce = false } = props;
  // A replacement, a taint or a rename creates first and deletes then: the password belongs to the new resource.
  if (deletionPolicy === "keep" || session.livingUsers.has(userKey(user))) {
    return;
  }
  const state = await unlessGone(session.send(operations.readPasswordState, user));
  if (state === undefined || state.status === "NO_PASSWORD" || state.status === "EXTERNAL") {
    return;
  }
  if (isNewer(state, props.appliedAt) && !deletionPolicyForce) {
    report.warn(
      `deletionPolicy "${deletionPolicy}" was not carried out: the password was changed outside this stack${state.lastChangedAt === undefined ? "" : ` at ${state.lastChangedAt}`}. ` +
        "Change it in PingOne if it has to go, or set deletionPolicyForce: true before the next deletion.",
    );
    return;
  }
  await unlessGone(
    deletionPolicy === "unset"
      ? session.send(operations.setPasswordValue, user)
      : session.send(operations.forcePasswordChange, user),
  );
}

/** True when the password was changed after our own last write, by PingOne's clock; an unknown time of ours counts as older. */
export function isNewer(state: PasswordState, appliedAt: string | undefined): boolean {
  if (appliedAt === undefined || state.lastChangedAt === undefined) {
    return state.lastChangedAt !== appliedAt;
  }
  return Date.parse(state.lastChangedAt) > Date.parse(appliedAt);
}
