import { isDeepStrictEqual } from "node:util";
import { changedKnown } from "./changed";
import { checkConnection } from "./check-connection";
import type { Lifecycle } from "./lifecycle";
import { type LockReport, remainingLocks } from "./lock-report";
import {
  type PasswordUnlockInputs,
  type PasswordUnlockState,
  readLocks,
  runUnlock,
  seeAfter,
  UNLOCK_SUFFIX,
} from "./run-unlock";
import { allowChoices, refuseOthers, requireUuids } from "./rules";
import type { Session } from "./session";
import { unlessGone } from "./unless-gone";
import { parseUserKey, userKey } from "./user-id";

/** An action: it unlocks when it is created and when its triggers change. Deleting it does nothing. */
export const passwordUnlock = (session: Session): Lifecycle<PasswordUnlockInputs, PasswordUnlockState> => ({
  check(_olds, news) {
    const failures = [
      ...refuseOthers(news, "PasswordUnlock", ["environmentId", "userId", "when", "triggers"]),
      ...requireUuids(news, ["environmentId", "userId"]),
      ...allowChoices(news, "when", ["ifLocked", "always"]),
      ...checkConnection(session),
    ];
    return Promise.resolve({ inputs: news, failures });
  },

  diff(_id, olds, news) {
    const replaces = changedKnown(olds, news, ["environmentId", "userId"]);
    const changes =
      replaces.length > 0 ||
      isTriggered(olds, news) ||
      olds.after === undefined ||
      changedKnown(olds, news, ["when"]).length > 0;
    return Promise.resolve({ changes, replaces });
  },

  async create(inputs, report) {
    return {
      id: userKey(inputs, UNLOCK_SUFFIX),
      outs: await runUnlock(session.send, inputs, report),
    };
  },

  async read(id, props, report) {
    const user = parseUserKey(id, UNLOCK_SUFFIX);
    const call = readLocks(session.send, user);
    const now = props.environmentId === undefined ? await call : await unlessGone(call);
    if (now === undefined) {
      return undefined;
    }
    if (now.status === "PASSWORD_LOCKED_OUT") {
      report.warn(
        `The password is locked out again${untilUnlock(now)}. It is left locked: change triggers to unlock it with the next pulumi up.`,
      );
    }
    return { ...props, ...user, remainingLocks: remainingLocks(now) };
  },

  async update(_id, olds, news, report) {
    return isTriggered(olds, news)
      ? runUnlock(session.send, news, report)
      : { ...olds, when: news.when, ...(olds.after === undefined ? await seeAfter(session.send, news) : {}) };
  },

  delete: () => Promise.resolve(),
});

/** A trigger that is not known yet may turn out to be another: preview announces the run. */
function isTriggered(olds: PasswordUnlockInputs, news: PasswordUnlockInputs): boolean {
  return !isDeepStrictEqual(olds.triggers, news.triggers);
}

function untilUnlock({ secondsUntilUnlock }: LockReport): string {
  return secondsUntilUnlock === undefined ? "" : ` (for ${secondsUntilUnlock} s more)`;
}
