import type { PasswordPolicyFields } from "../state/password-policy";
import { currentLock } from "./lockout";
import type { PasswordRecord } from "./password-record";

export type PasswordStatus =
  "OK" | "NO_PASSWORD" | "PASSWORD_EXPIRED" | "PASSWORD_LOCKED_OUT" | "MUST_CHANGE_PASSWORD" | "EXTERNAL";

const DAY = 24 * 60 * 60 * 1000;

/** The status at `now`; when several apply, the lockout comes first, then a forced change, then the age. */
export function readStatus(
  record: PasswordRecord,
  policy: PasswordPolicyFields,
  now: number,
): PasswordStatus {
  if (record.externalGateway !== undefined) return "EXTERNAL";
  if (record.stored === undefined) return "NO_PASSWORD";
  if (currentLock(record, now) !== undefined) return "PASSWORD_LOCKED_OUT";
  if (record.mustChange) return "MUST_CHANGE_PASSWORD";
  return isExpired(record, policy, now) ? "PASSWORD_EXPIRED" : "OK";
}

/** The last moment before the password expires; undefined without a password, or when the policy sets no age. */
export function readExpiry(
  { changedAt }: PasswordRecord,
  { maxAgeDays }: PasswordPolicyFields,
): number | undefined {
  return maxAgeDays === undefined || changedAt === undefined ? undefined : changedAt + maxAgeDays * DAY;
}

function isExpired(record: PasswordRecord, policy: PasswordPolicyFields, now: number): boolean {
  const expiresAt = readExpiry(record, policy);
  return expiresAt !== undefined && now > expiresAt;
}
