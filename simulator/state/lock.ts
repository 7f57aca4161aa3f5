import { currentLock } from "../password/lockout";
import type { User } from "./user";

/** Says whether the user is locked: the account by an administrator, the password by wrong checks, or MFA. */
export function isLocked(user: User, now: number): boolean {
  return (
    user.accountLockedAt !== undefined ||
    user.mfa.lockedAt !== undefined ||
    currentLock(user.password, now) !== undefined
  );
}
