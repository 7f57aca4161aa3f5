import { isDeepStrictEqual } from "node:util";
import { PingOneError, PingOneResponseError } from "../errors";
import { operations, type UserRef } from "../operations";
import type { Send } from "../transport";
import { changedKnown } from "./changed";
import { checkConnection } from "./check-connection";
import { EXTERNAL_PASSWORD } from "./explain-refusal";
import type { Lifecycle, Report } from "./lifecycle";
import { remainingLocks, reportLocks, type LockReport, type RemainingLock } from "./lock-report";
import { allowChoices, refuseOthers, requireUuids } from "./rules";
import type { Session } from "./session";
import { unlessGone } from "./unless-gone";
import { parseUserKey, userKey } from "./user-id";

/** Inputs of a PasswordUnlock once checked. */
export type PasswordUnlockInputs = UserRef & {
  readonly when?: "ifLocked" | "always";
  readonly triggers?: unknown;
};

/** What the state keeps of a PasswordUnlock: the evidence of its last run, and the locks that remain. */
export type PasswordUnlockState = PasswordUnlockInputs & {
  readonly before: LockReport;
  readonly after: LockReport;
  readonly performed: boolean;
  readonly performedAt?: string | undefined;
  readonly remainingLocks: readonly RemainingLock[];
};

const SUFFIX = "unlock";

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
      replaces.length > 0 || isTriggered(olds, news) || changedKnown(olds, news, ["when"]).length > 0;
    return Promise.resolve({ changes, replaces });
  },

  async create(inputs, report) {
    return {
      id: userKey(inputs, SUFFIX),
      outs: { ...inputs, ...(await unlock(session.send, inputs, report)) },
    };
  },

  async read(id, props, report) {
    const user = parseUserKey(id, SUFFIX);
    const now = await unlessGone(readLocks(session.send, user), props.environmentId !== undefined);
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
    if (isTriggered(olds, news)) {
      return { ...news, ...(await unlock(session.send, news, report)) };
    }
    const { before, after, performed, performedAt, remainingLocks: remaining } = olds;
    return { ...news, before, after, performed, performedAt, remainingLocks: remaining };
  },

  delete: () => Promise.resolve(),
});

/** A trigger that is not known yet may turn out to be another: preview announces the run. */
function isTriggered(olds: PasswordUnlockInputs, news: PasswordUnlockInputs): boolean {
  return !isDeepStrictEqual(olds.triggers, news.triggers);
}

async function unlock(send: Send, inputs: PasswordUnlockInputs, report: Report) {
  const { environmentId, userId, when = "ifLocked" } = inputs;
  const user = { environmentId, userId };
  const before = await readLocks(send, user);
  if (before.status === "EXTERNAL") {
    throw new PingOneError(`There is nothing to unlock for user ${userId}. ${EXTERNAL_PASSWORD}`);
  }
  const performed = when === "always" || before.status === "PASSWORD_LOCKED_OUT";
  if (performed) {
    await acceptAnyAnswer(send(operations.unlockPassword, user));
  }
  const after = performed ? await readLocks(send, user) : before;
  const remaining = remainingLocks(after);
  report.info(
    performed
      ? `Unlocked the password (it was ${before.status}, it is ${after.status}).`
      : `Nothing to unlock: the password is ${before.status}.`,
  );
  for (const { lock, liftedBy } of remaining) {
    report.warn(`The user still cannot sign on: ${LOCK_NAMES[lock]}. Lifted by ${liftedBy}.`);
  }
  return {
    before,
    after,
    performed,
    performedAt: performed ? new Date().toISOString() : undefined,
    remainingLocks: remaining,
  };
}

const LOCK_NAMES: Readonly<Record<RemainingLock["lock"], string>> = {
  password: "the password is locked",
  account: "an administrator has locked the account",
  disabled: "the user is disabled",
  other: "something else keeps the user out",
};

async function readLocks(send: Send, user: UserRef): Promise<LockReport> {
  const [state, account] = await Promise.all([
    send(operations.readPasswordState, user),
    send(operations.readUser, user),
  ]);
  return reportLocks(state, account);
}

/** The answer is read again in any case, so one that cannot be read is no failure. */
async function acceptAnyAnswer(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof PingOneResponseError)) {
      throw error;
    }
  }
}

function untilUnlock({ secondsUntilUnlock }: LockReport): string {
  return secondsUntilUnlock === undefined ? "" : ` (for ${secondsUntilUnlock} s more)`;
}
