import { isTriggered } from "./action";
import { changedKnown } from "./changed";
import { checkConnection } from "./check-connection";
import type { Lifecycle, Report } from "./lifecycle";
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
import { isLockedFor, unlockScopes } from "./unlock-scope";
import { parseUserKey, userKey } from "./user-id";

const SETTINGS = ["when", "scope", "rerun"] as const;

/** An action: it unlocks when it is created and when its triggers change. Deleting it does nothing. */
export const passwordUnlock = (session: Session): Lifecycle<PasswordUnlockInputs, PasswordUnlockState> => ({
  check(_olds, news) {
    const failures = [
      ...refuseOthers(news, "PasswordUnlock", ["environmentId", "userId", "triggers", ...SETTINGS]),
      ...requireUuids(news, ["environmentId", "userId"]),
      ...allowChoices(news, "when", ["ifLocked", "always"]),
      ...allowChoices(news, "scope", unlockScopes),
      ...allowChoices(news, "rerun", ["onTriggers", "whenLocked"]),
      ...checkConnection(session),
    ];
    return Promise.resolve({ inputs: news, failures });
  },

  async diff(id, olds, news, report) {
    const replaces = changedKnown(olds, news, ["environmentId", "userId"]);
    const changes =
      replaces.length > 0 ||
      isTriggered(olds, news) ||
      olds.after === undefined ||
      changedKnown(olds, news, SETTINGS).length > 0 ||
      (await isLockedAgain(session, id, olds, news, report));
    return { changes, replaces };
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
    if (isLockedFor(props.scope ?? "password", now)) {
      const next =
        props.rerun === "whenLocked"
          ? "the next pulumi up unlocks it (rerun: whenLocked)"
          : "it is left locked: change triggers to unlock it with the next pulumi up";
      report.warn(`${whatIsLocked(now)} again${untilUnlock(now)}; ${next}.`);
    }
    return { ...props, ...user, remainingLocks: remainingLocks(now) };
  },

  async update(id, olds, news, report) {
    if (isTriggered(olds, news) || (await isLockedAgain(session, id, olds, news, report))) {
      return runUnlock(session.send, news, report);
    }
    const { when, scope = "password", rerun } = news;
    const kept = { ...olds, when, scope: news.scope, rerun };
    if (olds.after !== undefined) {
      return kept;
    }
    const seen = await seeAfter(session.send, news);
    if (isLockedFor(scope, seen.after)) {
      report.warn(`${whatIsLocked(seen.after)}${untilUnlock(seen.after)}: change triggers to unlock it.`);
    }
    return { ...kept, ...seen };
  },

  delete: () => Promise.resolve(),
});

/**
 * With `rerun: "whenLocked"` a lock is a change: that is what the option is for, and what preview has to show. A lock that the last run
 * could not lift is none again.
 */
async function isLockedAgain(
  session: Session,
  id: string,
  { after }: PasswordUnlockState,
  { rerun, scope = "password" }: PasswordUnlockInputs,
  report: Report,
): Promise<boolean> {
  if (rerun !== "whenLocked") {
    return false;
  }
  const now = await unlessGone(readLocks(session.send, parseUserKey(id, UNLOCK_SUFFIX)));
  if (now === undefined || !isLockedFor(scope, now) || isSameLock(now, after)) {
    return false;
  }
  report.info(`${whatIsLocked(now)}${untilUnlock(now)}: this unlocks it (rerun: whenLocked).`);
  return true;
}

/** The account's lock has a time; the password's was ended by the last run. */
function isSameLock(now: LockReport, after: LockReport | undefined): boolean {
  return (
    now.status !== "PASSWORD_LOCKED_OUT" &&
    after?.accountStatus === "LOCKED" &&
    now.accountLockedAt === after.accountLockedAt
  );
}

function whatIsLocked({ status }: LockReport): string {
  return status === "PASSWORD_LOCKED_OUT" ? "The password is locked out" : "The account is locked";
}

function untilUnlock({ status, secondsUntilUnlock }: LockReport): string {
  return status !== "PASSWORD_LOCKED_OUT" || secondsUntilUnlock === undefined
    ? ""
    : ` (for ${secondsUntilUnlock} s more)`;
}
