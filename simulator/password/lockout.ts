import type { PasswordPolicyFields } from "../state/password-policy";
import type { PasswordLock, PasswordRecord } from "./password-record";
import { hashValue, matchesStored } from "./stored-value";

/** The lock that holds at `now`; undefined when there is none or its time is over. */
export function currentLock(record: PasswordRecord, now: number): PasswordLock | undefined {
  const { lock } = record;
  return lock === undefined || (lock.until !== undefined && lock.until <= now) ? undefined : lock;
}

/** Whole seconds until the lock lifts by itself; undefined when nothing is locked or only an administrator can unlock. */
export function secondsUntilUnlock(record: PasswordRecord, now: number): number | undefined {
  const until = currentLock(record, now)?.until;
  return until === undefined ? undefined : Math.ceil((until - now) / 1000);
}

/** Locks the password for the time its policy names. */
export function lockPassword(record: PasswordRecord, policy: PasswordPolicyFields, now: number): void {
  const seconds = policy.lockout?.durationSeconds;
  record.lock = { lockedAt: now, until: seconds === undefined ? undefined : now + seconds * 1000 };
}

/** Lifts the lockout and forgets the failures; the password and its status are unchanged. */
export function clearLockout(record: PasswordRecord): void {
  record.lock = undefined;
  record.failureCount = 0;
  record.lastWrong = undefined;
}

/**
 * Counts a wrong check and locks when it was the last one allowed.
 * @returns how many failures are left; undefined when the policy has no lockout
 */
export function countFailure(
  record: PasswordRecord,
  policy: PasswordPolicyFields,
  wrongValue: string,
  now: number,
): number | undefined {
  if (policy.lockout === undefined) return undefined;
  const isRepeated = record.lastWrong !== undefined && matchesStored(record.lastWrong, wrongValue);
  if (!isRepeated) {
    record.failureCount += 1;
    record.lastWrong = hashValue(wrongValue);
    if (record.failureCount >= policy.lockout.failureCount) lockPassword(record, policy, now);
  }
  return Math.max(policy.lockout.failureCount - record.failureCount, 0);
}
