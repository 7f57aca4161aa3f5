import { isAccountLocked, type LockReport } from "./lock-report";

/** Which locks a PasswordUnlock lifts. */
export const unlockScopes = ["password", "account", "both"] as const;

/** One of {@link unlockScopes}. */
export type UnlockScope = (typeof unlockScopes)[number];

/** True when something is locked that a PasswordUnlock of this scope lifts. */
export function isLockedFor(scope: UnlockScope, locks: LockReport): boolean {
  return (
    (scope !== "account" && locks.status === "PASSWORD_LOCKED_OUT") ||
    (scope !== "password" && isAccountLocked(locks))
  );
}
