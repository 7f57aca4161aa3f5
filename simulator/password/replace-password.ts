import type { PasswordPolicyFields } from "../state/password-policy";
import { clearLockout } from "./lockout";
import type { ExternalGateway, PasswordRecord } from "./password-record";
import { storeValue } from "./stored-value";

/** Makes `value` the password; the one before it goes to the history and a lockout ends. */
export function replacePassword(
  record: PasswordRecord,
  policy: PasswordPolicyFields,
  value: string,
  options: { readonly mustChange: boolean; readonly now: number },
): void {
  retirePassword(record, policy, options.now);
  record.stored = storeValue(value);
  // Two changes never share a time stamp, or the second could not be told from the first.
  record.changedAt = Math.max(options.now, (record.changedAt ?? 0) + 1);
  record.mustChange = options.mustChange;
  clearLockout(record);
}

/** Takes the password away; the gateway's configuration stays. */
export function unsetPassword(record: PasswordRecord, policy: PasswordPolicyFields, now: number): void {
  retirePassword(record, policy, now);
  record.stored = undefined;
  record.changedAt = undefined;
  record.mustChange = false;
  clearLockout(record);
}

/** Leaves the password to an external gateway from now on. */
export function delegatePassword(
  record: PasswordRecord,
  policy: PasswordPolicyFields,
  gateway: ExternalGateway,
  now: number,
): void {
  unsetPassword(record, policy, now);
  record.externalGateway = gateway;
}

function retirePassword(record: PasswordRecord, policy: PasswordPolicyFields, now: number): void {
  if (record.stored === undefined) return;
  const kept = policy.history?.count ?? 0;
  record.history = [{ stored: record.stored, replacedAt: now }, ...record.history].slice(0, kept);
}
