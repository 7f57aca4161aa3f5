import type { PasswordState, User } from "../operations";

/** The locks of a user at one moment, as PingOne shows them. */
export type LockReport = {
  /** Status of the password, e.g. `PASSWORD_LOCKED_OUT`. */
  readonly status: string;
  /** Seconds until a password lockout ends by itself. */
  readonly secondsUntilUnlock?: number;
  /** Status of the account, `OK` or `LOCKED`: a password lockout shows here as well. */
  readonly accountStatus: string;
  /** When the account was locked; may be missing where failed passwords did it. */
  readonly accountLockedAt?: string;
  /** Whether an administrator has the user enabled. */
  readonly enabled: boolean;
  /** Whether PingOne lets the user sign on at all. */
  readonly canAuthenticate: boolean;
};

/** A lock that keeps a user from signing on, and the PingOne call that lifts it. */
export type RemainingLock = {
  /** Which lock it is; `other` where PingOne says only that the user may not sign on. */
  readonly lock: "password" | "account" | "disabled" | "other";
  /** What lifts it, in words. */
  readonly liftedBy: string;
};

/** Puts the two views PingOne has of a user's locks together. */
export function reportLocks(state: PasswordState, user: User): LockReport {
  return {
    status: state.status,
    ...(state.secondsUntilUnlock === undefined ? {} : { secondsUntilUnlock: state.secondsUntilUnlock }),
    accountStatus: user.account.status,
    ...(user.account.lockedAt === undefined ? {} : { accountLockedAt: user.account.lockedAt }),
    enabled: user.enabled,
    canAuthenticate: user.account.canAuthenticate,
  };
}

/**
 * True for a lock of the account itself. A password lockout shows as a locked account as well, without the time at which an
 * administrator locked it.
 */
export function isAccountLocked({ status, accountStatus, accountLockedAt }: LockReport): boolean {
  return accountStatus === "LOCKED" && (status !== "PASSWORD_LOCKED_OUT" || accountLockedAt !== undefined);
}

/** What still keeps the user out. A locked password hides an account lock behind it: PingOne shows both as one LOCKED. */
export function remainingLocks(report: LockReport): RemainingLock[] {
  const { status, enabled, canAuthenticate } = report;
  const locks: RemainingLock[] = [];
  if (status === "PASSWORD_LOCKED_OUT") {
    locks.push({
      lock: "password",
      liftedBy: 'a PasswordUnlock with scope "password" or "both" and a new trigger (password.unlock)',
    });
  }
  if (isAccountLocked(report)) {
    locks.push({
      lock: "account",
      liftedBy:
        'a PasswordUnlock with scope "account" or "both" and a new trigger where an administrator locked it (account.unlock); a lock by MFA in the PingOne console',
    });
  }
  if (!enabled) {
    locks.push({
      lock: "disabled",
      liftedBy:
        'an administrator: enable the user in the PingOne console, or PUT /users/{id}/enabled {"enabled": true}',
    });
  }
  if (!canAuthenticate && locks.length === 0) {
    locks.push({
      lock: "other",
      liftedBy:
        "the PingOne console shows why the user cannot sign on, e.g. an MFA lock, which device.unlock lifts",
    });
  }
  return locks;
}
