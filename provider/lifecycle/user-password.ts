import { PingOneError } from "../errors";
import { operations, type UserRef } from "../operations";
import { accepted, applyPassword, type Applied } from "./apply-password";
import { changedKnown } from "./changed";
import { checkUserPassword } from "./check-user-password";
import type { Lifecycle, Report } from "./lifecycle";
import { observed, recorded, written } from "./password-outs";
import { planUpdate } from "./plan-update";
import type { Session } from "./session";
import { isNewer, undoPassword } from "./undo-password";
import { unlessGone } from "./unless-gone";
import { parseUserKey, userKey } from "./user-id";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** The password of one PingOne user. */
export const userPassword = (session: Session): Lifecycle<UserPasswordInputs, UserPasswordState> => ({
  check: (olds, news) => checkUserPassword(session, olds, news),

  diff(id, olds, news, report) {
    const replaces = changedKnown(parseUserKey(id), news, ["environmentId", "userId"]);
    const plan = planUpdate(olds, news);
    if (plan === "set" && replaces.length === 0) {
      // The fingerprints are secret, so the engine's own diff shows nothing at all.
      report.info("The value changed: it is set with pulumi up.");
    }
    if (plan === "record" && olds.forceChange === true && news.forceChange !== true) {
      report.info("forceChange: false takes effect with the next value: nothing is sent to PingOne now.");
    }
    return Promise.resolve({ changes: replaces.length > 0 || plan !== "none", replaces });
  },

  async create(inputs, report) {
    return { id: userKey(inputs), outs: written(inputs, await set(session, inputs, report)) };
  },

  async read(id, props, report) {
    const user = parseUserKey(id);
    const isManaged = props.fingerprint !== undefined && props.fingerprint !== "";
    const state = await unlessGone(session.send(operations.readPasswordState, user), isManaged);
    if (state === undefined) {
      return undefined;
    }
    if (isManaged && props.status === undefined) {
      return { ...props, ...observed(state), appliedAt: state.lastChangedAt, externallyChanged: false };
    }
    // A user who was asked to change the password, and did, has obeyed.
    const externallyChanged = isManaged && props.forceChange !== true && isNewer(state, props.appliedAt);
    if (externallyChanged) {
      const when =
        state.lastChangedAt === undefined ? " (the user has none now)" : ` at ${state.lastChangedAt}`;
      report.warn(
        `The password was changed outside this stack${when}. It is left as it is; to set it again, declare a new value.`,
      );
    }
    return { ...(isManaged ? props : user), ...observed(state), externallyChanged };
  },

  async update(_id, olds, news, report) {
    switch (planUpdate(olds, news)) {
      case "set":
        return written(news, await set(session, news, report));
      case "forceChange":
        return written(news, await forceChange(session, news), olds);
      case "read":
        return written(news, await readAgain(session, news));
      default:
        return recorded(news, olds);
    }
  },

  delete: (id, props, report) => undoPassword(session, parseUserKey(id), props, report),
});

async function set(session: Session, inputs: UserPasswordInputs, report: Report): Promise<Applied> {
  const value = session.values.get(inputs.fingerprint);
  if (value === undefined) {
    throw new PingOneError(
      "The password did not reach this step: it is kept in the provider's process only, which seems to have been restarted in between. Run the command again.",
    );
  }
  const { forceChange = false, bypassPolicy = false } = inputs;
  return applyPassword(session.send, userOf(inputs), { value, forceChange, bypassPolicy }, report);
}

async function forceChange({ send }: Session, inputs: UserPasswordInputs): Promise<Applied> {
  const user = userOf(inputs);
  return { ...(await accepted(send, user, operations.forcePasswordChange, user)), forceChange: true };
}

async function readAgain({ send }: Session, inputs: UserPasswordInputs): Promise<Applied> {
  return {
    state: await send(operations.readPasswordState, userOf(inputs)),
    forceChange: inputs.forceChange === true,
  };
}

function userOf({ environmentId, userId }: UserRef): UserRef {
  return { environmentId, userId };
}
