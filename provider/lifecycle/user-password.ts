import { operations, type PasswordState, type UserRef } from "../operations";
import { changedKnown } from "./changed";
import { checkUserPassword } from "./check-user-password";
import { isNewer } from "./drift";
import { forceChangeAlone } from "./force-change";
import type { Lifecycle, Report } from "./lifecycle";
import { handOver } from "./hand-over";
import { asked, kept, observed, recorded, written } from "./password-outs";
import { planUpdate, type UpdatePlan } from "./plan-update";
import { tryPreviewUnlock } from "./preview-unlock";
import { refuseHopelessReset } from "./refuse-hopeless-reset";
import type { Session } from "./session";
import { createUserPassword, setUserPassword } from "./set-user-password";
import { undoPassword } from "./undo-password";
import { isUnknown } from "./unknown";
import { unlessGone } from "./unless-gone";
import { parseUserKey, userKey } from "./user-id";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** The password of one PingOne user. */
export const userPassword = (session: Session): Lifecycle<UserPasswordInputs, UserPasswordState> => ({
  check: (olds, news, report) => checkUserPassword(session, olds, news, report),

  async diff(id, olds, news, report) {
    const replaces = changedKnown(parseUserKey(id), news, ["environmentId", "userId"]);
    const plan = planUpdate(olds, news);
    if (replaces.length === 0) {
      explain(plan, olds, news, report);
      if (plan === "set" && olds.fingerprint === news.fingerprint) {
        refuseHopelessReset(session, news);
      }
      if (session.isPreview() && (plan === "set" || plan === "forceChange")) {
        const what = plan === "set" ? "set" : "forced change";
        await tryPreviewUnlock(session.reads, parseUserKey(id), what, report);
      }
    }
    return { changes: replaces.length > 0 || plan !== "none", replaces };
  },

  async create(inputs, report) {
    return { id: userKey(inputs), outs: await createUserPassword(session, inputs, report) };
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
    const externallyChanged =
      isManaged &&
      !hasObeyed(props, state) &&
      (props.externallyChanged === true || isNewer(state, props.lastChangedAt));
    if (externallyChanged && props.onExternalChange !== "ignore") {
      report.warn(tellChangedOutside(state, props.onExternalChange));
    }
    return { ...(isManaged ? props : user), ...observed(state), externallyChanged };
  },

  async update(_id, olds, news, report) {
    const user = userOf(news);
    const plan = planUpdate(olds, news);
    if (plan !== "set") {
      await handOver(olds, news, report);
    }
    switch (plan) {
      case "set":
        // One that was taken over without knowing it may be the new value: PingOne then says that it was used before.
        return setUserPassword(session, news, report, olds.verified === false ? undefined : olds.appliedAt);
      case "forceChange": {
        const before = await session.send(operations.readPasswordState, user);
        return asked(news, olds, before, await forceChangeAlone(session.send, user));
      }
      case "read":
        return written(
          news,
          {
            state: await session.send(operations.readPasswordState, user),
            forceChange: news.forceChange === true,
          },
          kept(news, olds),
        );
      default:
        return recorded(news, olds);
    }
  },

  delete: (id, props, report) => undoPassword(session, parseUserKey(id), props, report),
});

/** What an update is going to do, where the engine's own diff shows nothing: the fingerprints are secret. */
function explain(plan: UpdatePlan, olds: UserPasswordState, news: UserPasswordInputs, report: Report): void {
  if (plan === "set" && olds.fingerprint === news.fingerprint) {
    report.info(tellChangedOutside(olds, "reset"));
  } else if (plan === "set") {
    report.info(
      isUnknown(news.fingerprint)
        ? "The value is not known yet: it is set only if it differs."
        : `The value changed: this sets ${news.generate === undefined ? "the new" : "a newly generated"} password.`,
    );
  } else if (olds.externallyChanged && news.onExternalChange !== "ignore") {
    report.info(tellChangedOutside(olds, "warn"));
  }
  if (plan === "record" && olds.forceChange === true && news.forceChange !== true) {
    report.info("forceChange: false takes effect with the next value: nothing is sent to PingOne now.");
  }
}

/** In the same words wherever it is noticed, so that one run says it once. */
function tellChangedOutside(
  { lastChangedAt }: Pick<UserPasswordState, "lastChangedAt">,
  onExternalChange: UserPasswordState["onExternalChange"],
): string {
  const when = lastChangedAt === undefined ? " (the user has none now)" : ` at ${lastChangedAt}`;
  const next =
    onExternalChange === "reset"
      ? "pulumi up sets it again (onExternalChange: reset)"
      : "it is left as it is; a new value would set it again";
  return `The password was changed outside this stack${when}: ${next}.`;
}

/** A user who was asked for another password, by this stack or before it took over, and chose one; what was seen then is no news later. */
function hasObeyed(
  { forceChange, verified, status }: Partial<UserPasswordState>,
  { status: now }: PasswordState,
): boolean {
  const wasAsked = verified !== undefined && status === "MUST_CHANGE_PASSWORD";
  return forceChange === true || (wasAsked && now !== status);
}

function userOf({ environmentId, userId }: UserRef): UserRef {
  return { environmentId, userId };
}
