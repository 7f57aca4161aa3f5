import { operations, type UserRef } from "../operations";
import { isNewer } from "./drift";
import { forceChangeAlone } from "./force-change";
import type { Report } from "./lifecycle";
import type { Session } from "./session";
import { unlessGone } from "./unless-gone";
import { userKey } from "./user-id";
import type { Undo, UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** What a deletion does by the inputs, in the few bytes that the state has for it. */
export function undoOf({
  deletionPolicy = "keep",
  deletionPolicyForce = false,
}: Pick<UserPasswordInputs, "deletionPolicy" | "deletionPolicyForce">): Undo | undefined {
  return deletionPolicy === "keep" ? undefined : `${deletionPolicy}${deletionPolicyForce ? "!" : ""}`;
}

/** Carries out the deletionPolicy of a UserPassword that goes, unless its password is not ours any more. */
export async function undoPassword(
  session: Session,
  user: UserRef,
  props: UserPasswordState,
  report: Report,
): Promise<void> {
  const { undo } = props;
  // A replacement, a taint or a rename creates first and deletes then: the password belongs to the new resource.
  if (undo === undefined || session.livingUsers.has(userKey(user))) {
    return;
  }
  const state = await unlessGone(session.send(operations.readPasswordState, user));
  if (state === undefined || state.status === "NO_PASSWORD" || state.status === "EXTERNAL") {
    return;
  }
  if (isNewer(state, props.appliedAt) && !undo.endsWith("!")) {
    const who =
      props.forceChange === true
        ? "the user has chosen another password"
        : "the password was changed outside this stack";
    report.warn(
      `deletionPolicy "${undo}" was not carried out: ${who}${state.lastChangedAt === undefined ? "" : ` at ${state.lastChangedAt}`}. ` +
        "If that one has to go as well, change it in PingOne. (deletionPolicyForce: true does so without asking.)",
    );
    return;
  }
  if (undo.startsWith("unset")) {
    await unlessGone(session.send(operations.setPasswordValue, user));
    report.info("Took the password away (deletionPolicy unset).");
  } else {
    await unlessGone(forceChangeAlone(session.send, user));
    report.info("Asked the user for another password (deletionPolicy forceChange).");
  }
}
