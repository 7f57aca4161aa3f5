import { PartialFailure, PingOneError, PingOneResponseError } from "../errors";
import { operations, type UserRef } from "../operations";
import type { Send } from "../transport";
import { EXTERNAL_PASSWORD } from "./explain-refusal";
import type { Report } from "./lifecycle";
import { type LockReport, type RemainingLock, remainingLocks, reportLocks } from "./lock-report";
import { userKey } from "./user-id";

/** Last part of the id of a PasswordUnlock. */
export const UNLOCK_SUFFIX = "unlock";

/** Inputs of a PasswordUnlock once checked. */
export type PasswordUnlockInputs = UserRef & {
  readonly when?: "ifLocked" | "always" | undefined;
  readonly triggers?: unknown;
};

/** What the state keeps of a PasswordUnlock: the evidence of its last run, and the locks that remain. */
export type PasswordUnlockState = PasswordUnlockInputs & {
  readonly before: LockReport;
  /** Undefined when the unlock was done and the locks could not be read afterwards. */
  readonly after?: LockReport | undefined;
  readonly performed: boolean;
  readonly performedAt?: string | undefined;
  readonly remainingLocks: readonly RemainingLock[];
};

/**
 * Unlocks when it is needed or asked for, and records the locks before and after.
 * @throws {PartialFailure} when PingOne unlocked and cannot be read afterwards
 * @throws {PingOneResponseError} when something else than PingOne answered and the password is locked still
 */
export async function runUnlock(
  send: Send,
  inputs: PasswordUnlockInputs,
  report: Report,
): Promise<PasswordUnlockState> {
  const { environmentId, userId, when = "ifLocked" } = inputs;
  const user = { environmentId, userId };
  const before = await readLocks(send, user);
  if (before.status === "EXTERNAL") {
    throw new PingOneError(`There is nothing to unlock for user ${userId}. ${EXTERNAL_PASSWORD}`);
  }
  const performed = when === "always" || before.status === "PASSWORD_LOCKED_OUT";
  const odd = performed ? await unlock(send, user) : undefined;
  const done = {
    ...inputs,
    before,
    performed,
    performedAt: performed ? new Date().toISOString() : undefined,
  };
  const { after, remainingLocks: remaining } = performed ? await completeOr(done, send) : seen(before);
  if (odd !== undefined && after.status === "PASSWORD_LOCKED_OUT") {
    throw odd;
  }
  report.info(
    performed
      ? `Unlocked the password (it was ${before.status}, it is ${after.status}).`
      : `Nothing to unlock: the password is ${before.status}.`,
  );
  for (const { lock, liftedBy } of remaining) {
    report.warn(`The user still cannot sign on: ${LOCK_NAMES[lock]}. Lifted by ${liftedBy}.`);
  }
  return { ...done, after, remainingLocks: remaining };
}

/** The locks as they are after a run. */
export async function seeAfter(send: Send, { environmentId, userId }: UserRef) {
  return seen(await readLocks(send, { environmentId, userId }));
}

function seen(after: LockReport) {
  return { after, remainingLocks: remainingLocks(after) };
}

/** The unlock has happened and is kept, whatever comes now. */
async function completeOr(done: Omit<PasswordUnlockState, "after" | "remainingLocks">, send: Send) {
  try {
    return await seeAfter(send, done);
  } catch (error) {
    if (error instanceof PingOneError) {
      throw new PartialFailure(userKey(done, UNLOCK_SUFFIX), { ...done, remainingLocks: [] }, error);
    }
    throw error;
  }
}

const LOCK_NAMES: Readonly<Record<RemainingLock["lock"], string>> = {
  password: "the password is locked",
  account: "the account is locked, by an administrator or by MFA",
  disabled: "the user is disabled",
  other: "something else keeps the user out",
};

/** Both views that PingOne has of a user's locks, read together. */
export async function readLocks(send: Send, user: UserRef): Promise<LockReport> {
  const [state, account] = await Promise.all([
    send(operations.readPasswordState, user),
    send(operations.readUser, user),
  ]);
  return reportLocks(state, account);
}

/** An answer that cannot be read is handed back: only the locks themselves tell whether it was PingOne's. */
async function unlock(send: Send, user: UserRef): Promise<PingOneResponseError | undefined> {
  try {
    await send(operations.unlockPassword, user);
    return undefined;
  } catch (error) {
    if (error instanceof PingOneResponseError) {
      return error;
    }
    throw error;
  }
}
