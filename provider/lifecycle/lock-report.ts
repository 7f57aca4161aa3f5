import type { PasswordState, User } from "../operations";

/** The locks of a user at one moment, as PingOne shows them. */
export type LockReport = {
  /** Status of the password, e.g. `PASSWORD_LOCKED_OUT`. */
  readonly status: string;
  /** Seconds until a password lockout ends by itself. */
  readonly secondsUntilUnlock?: number;
  /** Status of the account, `OK` or `LOCKED`: a password lockout shows here as well. */
  readonly accountStatus: string;
  /** Whether an administrator has the user enabled. */
  readonly enabled: boolean;
  readonly canAuthenticate: boolean;
};

/** A lock that keeps a user from signing on, and the PingOne call that lifts it. */
export type RemainingLock = {
  readonly lock: "password" | "account" | "disabled" | "other";
  readonly liftedBy: string;
};

/** Puts the two views PingOne has of a user's locks together. */
export function reportLocks(state: PasswordState, user: User): LockReport {
  return {
    status: state.status,
    ...(state.secondsUntilUnlock === undefined ? {} : { secondsUntilUnlock: state.secondsUntilUnlock }),
    accountStatus: user.account.status,
    enabled: user.enabled,
    canAuthenticate: user.account.canAuthenticate,
  };
}

/** What still keeps the user out. A locked password hides an account lock behind it: PingOne shows both as one LOCKED. */
export function remainingLocks({
  status,
  accountStatus,
  enabled,
  canAuthenticate,
}: LockReport): RemainingLock[] {
  const locks: RemainingLock[] = [];
  const passwordLocked = status === "PASSWORD_LOCKED_OUT";
  if (passwordLocked) {
    locks.push({ lock: "password", liftedBy: "PasswordUnlock with a new trigger (password.unlock)" });
  }
  if (accountStatus === "LOCKED" && !passwordLocked) {
    locks.push({
      lock: "account",
      liftedBy:
        "an administrator: Unlock account in the PingOne console, or POST /users/{id} with account.unlock+json",
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
