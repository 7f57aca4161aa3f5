import { PartialFailure, PingOneError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import { accepted, applyPassword, type Applied } from "./apply-password";
import { changedKnown } from "./changed";
import { checkUserPassword } from "./check-user-password";
import type { Lifecycle, Report } from "./lifecycle";
import { planUpdate } from "./plan-update";
import type { Session } from "./session";
import { unlessGone } from "./unless-gone";
import { isNewer, undoPassword } from "./undo-password";
import { parseUserKey, userKey } from "./user-id";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** The password of one PingOne user. */
export const userPassword = (session: Session): Lifecycle<UserPasswordInputs, UserPasswordState> => ({
  check: (olds, news) => checkUserPassword(session, olds, news),

  diff(_id, olds, news, report) {
    const replaces = changedKnown(olds, news, ["environmentId", "userId"]);
    const plan = planUpdate(olds, news);
    if (plan === "record" && olds.forceChange === true && news.forceChange !== true) {
      report.info("forceChange: false takes effect with the next value: nothing is sent to PingOne now.");
    }
    return Promise.resolve({ changes: replaces.length > 0 || plan !== "none", replaces });
  },

  async create(inputs, report) {
    const applied = await set(session, inputs, report);
    return { id: userKey(inputs), outs: kept(inputs, applied) };
  },

  async read(id, props, report) {
    const user = parseUserKey(id);
    const state = await unlessGone(
      session.send(operations.readPasswordState, user),
      props.environmentId !== undefined,
    );
    if (state === undefined) {
      return undefined;
    }
    // A user asked to change the password, who then did, has obeyed.
    const externallyChanged =
      props.environmentId !== undefined && props.forceChange !== true && isNewer(state, props.appliedAt);
    if (externallyChanged) {
      report.warn(
        `The password was changed outside this stack${state.lastChangedAt === undefined ? " (the user has none now)" : ` at ${state.lastChangedAt}`}. ` +
          "It is left as it is; to set it again, declare a new value.",
      );
    }
    const { status, lastChangedAt, ...lasting } = props;
    return { ...lasting, ...user, ...observed(state), externallyChanged };
  },

  async update(_id, olds, news, report) {
    switch (planUpdate(olds, news)) {
      case "set":
        return kept(news, await set(session, news, report));
      case "forceChange":
        return kept(
          news,
          {
            ...(await accepted(session.send, news, operations.forcePasswordChange, userOf(news))),
            forceChange: true,
          },
          olds,
        );
      case "read":
        return kept(news, {
          state: await session.send(operations.readPasswordState, userOf(news)),
          forceChange: news.forceChange === true,
        });
      default:
        return { ...declared(news, news.forceChange === true), ...lastSeen(olds) };
    }
  },

  delete: (_id, props, report) => undoPassword(session, props, report),
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

/** The state after a write. When a later step failed, what PingOne accepted is kept and the failure told. */
function kept(
  inputs: UserPasswordInputs,
  { state, forceChange, failure }: Applied,
  before?: UserPasswordState,
): UserPasswordState {
  const outs: UserPasswordState = {
    ...declared(inputs, forceChange),
    ...(state === undefined ? {} : observed(state)),
    // A change outside that nobody has dealt with stays visible behind a mere forceChange.
    ...(before?.externallyChanged === true
      ? pick("appliedAt", before.appliedAt)
      : pick("appliedAt", state?.lastChangedAt)),
    externallyChanged: before?.externallyChanged === true,
  };
  if (failure !== undefined) {
    throw new PartialFailure(userKey(inputs), outs, failure);
  }
  return outs;
}

function declared(inputs: UserPasswordInputs, forceChange: boolean) {
  return {
    ...userOf(inputs),
    fingerprint: inputs.fingerprint,
    ...(forceChange || inputs.forceChange !== undefined ? { forceChange } : {}),
    ...pick("deletionPolicy", inputs.deletionPolicy),
    ...pick("deletionPolicyForce", inputs.deletionPolicyForce),
  };
}

function lastSeen({
  externallyChanged,
  appliedAt,
  status,
  lastChangedAt,
  passwordPolicyId,
}: UserPasswordState) {
  return {
    externallyChanged,
    ...pick("appliedAt", appliedAt),
    ...pick("status", status),
    ...pick("lastChangedAt", lastChangedAt),
    ...pick("passwordPolicyId", passwordPolicyId),
  };
}

function observed(state: PasswordState) {
  return {
    status: state.status,
    ...pick("lastChangedAt", state.lastChangedAt),
    ...pick("passwordPolicyId", state.passwordPolicyId),
  };
}

function userOf({ environmentId, userId }: UserRef): UserRef {
  return { environmentId, userId };
}

/** `{ key: value }`, or nothing when there is no value: the engine does not carry undefined. */
function pick<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
