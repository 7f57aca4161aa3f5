import { PingOneError } from "../errors";
import { operations, type UserRef } from "../operations";
import { applyPassword, type Applied } from "./apply-password";
import { changedKnown } from "./changed";
import { checkUserPassword } from "./check-user-password";
import { isNewer } from "./drift";
import { forceChangeAlone } from "./force-change";
import { warnIfKeptOut } from "./kept-out";
import type { Lifecycle, Report } from "./lifecycle";
import { asked, observed, recorded, written } from "./password-outs";
import { planUpdate } from "./plan-update";
import type { Session } from "./session";
import { undoPassword } from "./undo-password";
import { isUnknown } from "./unknown";
import { unlessGone } from "./unless-gone";
import { parseUserKey, userKey } from "./user-id";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** The password of one PingOne user. */
export const userPassword = (session: Session): Lifecycle<UserPasswordInputs, UserPasswordState> => ({
  check: (olds, news, report) => checkUserPassword(session, olds, news, report),

  diff(id, olds, news, report) {
    const replaces = changedKnown(parseUserKey(id), news, ["environmentId", "userId"]);
    const plan = planUpdate(olds, news);
    if (plan === "set" && replaces.length === 0) {
      // The fingerprints are secret, so the engine's own diff shows nothing at all.
      report.info(
        isUnknown(news.fingerprint)
          ? "The value is not known yet: it is set only if it differs."
          : "The value changed: this sets the new password.",
      );
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
    const call = session.send(operations.readPasswordState, user);
    // `get` would turn a missing user into empty outputs without a word: there it is an error.
    const state = isManaged ? await unlessGone(call) : await call;
    if (state === undefined) {
      return undefined;
    }
    if (isManaged && props.status === undefined) {
      return { ...props, ...observed(state), appliedAt: state.lastChangedAt, externallyChanged: false };
    }
    // A user who was asked to change the password, and did, has obeyed; what was seen then is no news later.
    const externallyChanged =
      isManaged &&
      props.forceChange !== true &&
      (props.externallyChanged === true || isNewer(state, props.lastChangedAt));
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
    const user = userOf(news);
    switch (planUpdate(olds, news)) {
      case "set":
        return written(news, await set(session, news, report, olds.appliedAt));
      case "forceChange": {
        const before = await session.send(operations.readPasswordState, user);
        return asked(news, olds, before, await forceChangeAlone(session.send, user));
      }
      case "read":
        return written(news, {
          state: await session.send(operations.readPasswordState, user),
          forceChange: news.forceChange === true,
        });
      default:
        return recorded(news, olds);
    }
  },

  delete: (id, props, report) => undoPassword(session, parseUserKey(id), props, report),
});

async function set(
  session: Session,
  inputs: UserPasswordInputs,
  report: Report,
  appliedAt?: string,
): Promise<Applied> {
  const value = session.values.get(inputs.fingerprint);
  if (value === undefined) {
    throw new PingOneError(
      "The password did not reach this step: it is kept in the provider's process only, which seems to have been restarted in between. Run the command again.",
    );
  }
  const { forceChange = false, bypassPolicy = false } = inputs;
  const user = userOf(inputs);
  const wish = { value, forceChange, bypassPolicy, appliedAt };
  const applied = await applyPassword(session.send, user, wish, report);
  if (applied.failure === undefined) {
    await warnIfKeptOut(session.send, user, report);
  }
  return applied;
}

function userOf({ environmentId, userId }: UserRef): UserRef {
  return { environmentId, userId };
}
