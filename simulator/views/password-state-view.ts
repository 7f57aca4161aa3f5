import { secondsUntilUnlock } from "../password/lockout";
import type { PasswordRecord } from "../password/password-record";
import { readExpiry, readStatus } from "../password/password-status";
import { effectivePolicy } from "../state/environment";
import type { Environment } from "../state/environment";
import type { PasswordPolicyFields } from "../state/password-policy";
import type { User } from "../state/user";
import { environmentLink, passwordLink, passwordPolicyLink, userLink } from "../wire/links";
import type { Links } from "../wire/links";

/** How long before it expires a password carries a warning. */
const WARNING_TIME = 21 * 24 * 60 * 60 * 1000;

/** The state of a password as the API answers it; never the password itself. */
export function passwordStateView(origin: string, environment: Environment, user: User, now: number): object {
  const policy = effectivePolicy(environment, user);
  const { password } = user;
  const unlockSeconds = secondsUntilUnlock(password, now);
  return {
    _links: passwordStateLinks(origin, environment.id, user.id, policy.id),
    environment: { id: environment.id },
    user: { id: user.id },
    passwordPolicy: { id: policy.id },
    status: readStatus(password, policy.fields, now),
    ...(password.changedAt === undefined
      ? {}
      : { lastChangedAt: new Date(password.changedAt).toISOString() }),
    ...(unlockSeconds === undefined ? {} : { secondsUntilUnlock: unlockSeconds }),
    ...expiryWarning(password, policy.fields, now),
    ...failedCheckWarning(password, policy.fields),
  };
}

/** Documented as an object that carries a date and time; its name and field are this simulator's choice. */
function expiryWarning(record: PasswordRecord, policy: PasswordPolicyFields, now: number): object {
  const expiresAt = readExpiry(record, policy);
  if (expiresAt === undefined || now > expiresAt || expiresAt - now >= WARNING_TIME) return {};
  return { expiryWarning: { expiresAt: new Date(expiresAt).toISOString() } };
}

/**
 * Documented as an object that tells how many failed checks are left; its name and field are this simulator's choice. A lockout,
 * even one whose time is over, has used the failures up.
 */
function failedCheckWarning(
  { failureCount, lock }: PasswordRecord,
  { lockout }: PasswordPolicyFields,
): object {
  return lockout === undefined || lock !== undefined || failureCount === 0
    ? {}
    : { failedCheckWarning: { failuresRemaining: Math.max(lockout.failureCount - failureCount, 0) } };
}

function passwordStateLinks(origin: string, environmentId: string, userId: string, policyId: string): Links {
  const password = passwordLink(origin, environmentId, userId);
  return {
    self: password,
    environment: environmentLink(origin, environmentId),
    user: userLink(origin, environmentId, userId),
    passwordPolicy: passwordPolicyLink(origin, environmentId, policyId),
    "password.check": password,
    "password.reset": password,
    "password.set": password,
    "password.recover": password,
  };
}
