import { PartialFailure, PingOneError, PingOneResponseError } from "../errors";
import { operations, type UserRef } from "../operations";
import type { Send } from "../transport";
import { EXTERNAL_PASSWORD } from "./explain-refusal";
import type { Report } from "./lifecycle";
import {
  isAccountLocked,
  type LockReport,
  type RemainingLock,
  remainingLocks,
  reportLocks,
} from "./lock-report";
import type { UnlockScope } from "./unlock-scope";
import { userKey } from "./user-id";

/** Last part of the id of a PasswordUnlock. */
export const UNLOCK_SUFFIX = "unlock";

/** Inputs of a PasswordUnlock once checked. */
export type PasswordUnlockInputs = UserRef & {
  readonly when?: "ifLocked" | "always" | undefined;
  readonly scope?: UnlockScope | undefined;
  readonly rerun?: "onTriggers" | "whenLocked" | undefined;
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
  const { environmentId, userId, when = "ifLocked", scope = "password" } = inputs;
  const user = { environmentId, userId };
  const before = await readLocks(send, user);
  if (before.status === "EXTERNAL" && scope === "password") {
    throw new PingOneError(`There is nothing to unlock for user ${userId}. ${EXTERNAL_PASSWORD}`);
  }
  const isAlways = when === "always";
  const unlocksPassword =
    scope !== "account" &&
    before.status !== "EXTERNAL" &&
    (isAlways || before.status === "PASSWORD_LOCKED_OUT");
  const unlocksAccount = scope !== "password" && (isAlways || isAccountLocked(before));
  const done: Performed = { ...inputs, before, ...evidence(unlocksPassword) };
  let odd: PingOneResponseError | undefined;
  let seenNow = seen(before);
  if (unlocksPassword) {
    odd = await unlock(() => send(operations.unlockPassword, user));
    seenNow = await completeOr(done, send);
    if (odd !== undefined && seenNow.after.status === "PASSWORD_LOCKED_OUT") {
      throw odd;
    }
    report.info(`Unlocked the password (it was ${before.status}, it is ${seenNow.after.status}).`);
  }
  // A locked password hides the lock of the account behind it.
  if (unlocksAccount || (scope === "both" && isAccountLocked(seenNow.after))) {
    return unlockAccount(send, { ...done, ...seenNow }, report);
  }
  if (!unlocksPassword) {
    report.info(
      `Nothing to unlock${scope === "account" ? ' with scope "account"' : ""}: the password is ${before.status}, the account ${before.accountStatus}.`,
    );
  }
  return finish({ ...done, ...seenNow }, report);
}

type Performed = Omit<PasswordUnlockState, "after" | "remainingLocks">;

/** What was unlocked before stays recorded when this fails. */
async function unlockAccount(
  send: Send,
  sofar: PasswordUnlockState,
  report: Report,
): Promise<PasswordUnlockState> {
  const { environmentId, userId } = sofar;
  let odd: PingOneResponseError | undefined;
  try {
    odd = await unlock(() => send(operations.unlockAccount, { environmentId, userId }));
  } catch (error) {
    if (sofar.performed && error instanceof PingOneError) {
      throw new PartialFailure(userKey(sofar, UNLOCK_SUFFIX), { ...sofar, after: undefined }, error);
    }
    throw error;
  }
  const done = { ...sofar, ...evidence(true) };
  const seenNow = await completeOr(done, send);
  if (odd !== undefined && isAccountLocked(seenNow.after)) {
    throw odd;
  }
  // A lock by MFA stays, which PingOne does not tell from an administrator's.
  if (!isAccountLocked(seenNow.after)) {
    report.info("Unlocked the account.");
  }
  return finish({ ...done, ...seenNow }, report);
}

function finish(state: PasswordUnlockState, report: Report): PasswordUnlockState {
  for (const { lock, liftedBy } of state.remainingLocks) {
    report.warn(`The user still cannot sign on: ${LOCK_NAMES[lock]}. Lifted by ${liftedBy}.`);
  }
  return state;
}

function evidence(performed: boolean) {
  return { performed, performedAt: performed ? new Date().toISOString() : undefined };
}

/** The locks as they are after a run. */
export async function seeAfter(send: Send, { environmentId, userId }: UserRef) {
  return seen(await readLocks(send, { environmentId, userId }));
}

function seen(after: LockReport) {
  return { after, remainingLocks: remainingLocks(after) };
}

/** The unlock has happened and is kept, whatever comes now. */
async function completeOr(done: Performed, send: Send) {
  try {
    return await seeAfter(send, done);
  } catch (error) {
    if (error instanceof PingOneError) {
      const kept = { ...done, after: undefined, remainingLocks: [] };
      throw new PartialFailure(userKey(done, UNLOCK_SUFFIX), kept, error);
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
async function unlock(call: () => Promise<unknown>): Promise<PingOneResponseError | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    if (error instanceof PingOneResponseError) {
      return error;
    }
    throw error;
  }
}
