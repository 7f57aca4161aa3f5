import { isTriggered } from "./triggers";
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
export function passwordUnlock(session: Session): Lifecycle<PasswordUnlockInputs, PasswordUnlockState> {
  // What a refresh has said of a lock, the diff that follows it need not say again.
  const seen = new Set<string>();
  return {
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
      const isChanged = changedKnown(olds, news, SETTINGS).length > 0;
      const runs =
        replaces.length > 0 ||
        isTriggered(olds, news) ||
        (!isChanged && (await isLockedAgain(session, id, olds, news, seen.has(id) ? undefined : report)));
      if (isChanged && !runs && news.rerun !== "whenLocked") {
        report.info("The new settings are for the next run (another trigger): nothing is unlocked now.");
      }
      return { changes: runs || isChanged || olds.after === undefined, replaces };
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
        seen.add(id);
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
      const now = await seeAfter(session.send, news);
      if (isLockedFor(scope, now.after)) {
        report.warn(`${whatIsLocked(now.after)}${untilUnlock(now.after)}: change triggers to unlock it.`);
      }
      return { ...kept, ...now };
    },

    delete: () => Promise.resolve(),
  };
}

/**
 * With `rerun: "whenLocked"` a lock is a change: that is what the option is for, and what preview has to show. A lock that the last run
 * could not lift is none again.
 */
async function isLockedAgain(
  session: Session,
  id: string,
  olds: PasswordUnlockState,
  { rerun, scope = "password" }: PasswordUnlockInputs,
  report?: Report,
): Promise<boolean> {
  if (rerun !== "whenLocked") {
    return false;
  }
  const now = await unlessGone(readLocks(session.send, parseUserKey(id, UNLOCK_SUFFIX)));
  if (now === undefined || !isLockedFor(scope, now) || isSameLock(now, olds)) {
    return false;
  }
  report?.info(`${whatIsLocked(now)}${untilUnlock(now)}: this unlocks it (rerun: whenLocked).`);
  return true;
}

/** The account's lock has a time; the password's was ended by the last run. A run that left the account alone has not tried. */
function isSameLock(now: LockReport, { after, scope = "password" }: PasswordUnlockState): boolean {
  return (
    scope !== "password" &&
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
