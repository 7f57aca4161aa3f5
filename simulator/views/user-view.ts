import { currentLock, secondsUntilUnlock } from "../password/lockout";
import type { Environment } from "../state/environment";
import { isLocked } from "../state/lock";
import type { User } from "../state/user";
import { environmentLink, passwordLink, populationLink, userLink } from "../wire/links";
import { populationView } from "./population-view";

/** The `account` of a user. */
export type AccountView = {
  readonly canAuthenticate: boolean;
  readonly status: "OK" | "LOCKED";
  /** Only for a lock an administrator set, or MFA. */
  readonly lockedAt?: string;
  readonly unlockAt?: string;
  readonly secondsUntilUnlock?: number;
};

/** The `lastSignOn` of a user. */
export type LastSignOnView = { readonly at: string; readonly remoteIp: string };

/** Derived from all locks, the account's own, MFA's and the password's, and from `enabled`. */
export function accountView(user: User, now: number): AccountView {
  const hasLock = isLocked(user, now);
  const base = { canAuthenticate: user.enabled && !hasLock, status: hasLock ? "LOCKED" : "OK" } as const;
  const lockedAt = user.accountLockedAt ?? user.mfa.lockedAt;
  if (lockedAt !== undefined) return { ...base, lockedAt: new Date(lockedAt).toISOString() };
  const lock = currentLock(user.password, now);
  const seconds = secondsUntilUnlock(user.password, now);
  if (lock?.until === undefined || seconds === undefined) return base;
  return { ...base, unlockAt: new Date(lock.until).toISOString(), secondsUntilUnlock: seconds };
}

/** Absent until the first sign-on. */
export function lastSignOnView({ lastSignOn }: Pick<User, "lastSignOn">): {
  readonly lastSignOn?: LastSignOnView;
} {
  if (lastSignOn === undefined) return {};
  const { at, remoteIp } = lastSignOn;
  return { lastSignOn: { at: new Date(at).toISOString(), remoteIp } };
}

/** @param expandPopulation whether the population comes along under `_embedded` */
export function userView(
  origin: string,
  environment: Environment,
  user: User,
  now: number,
  expandPopulation = false,
): object {
  const population = expandPopulation ? environment.populations.get(user.populationId) : undefined;
  return {
    _links: {
      self: userLink(origin, environment.id, user.id),
      environment: environmentLink(origin, environment.id),
      population: populationLink(origin, environment.id, user.populationId),
      password: passwordLink(origin, environment.id, user.id),
    },
    ...(population === undefined
      ? {}
      : { _embedded: { population: populationView(origin, environment, population) } }),
    id: user.id,
    environment: { id: environment.id },
    population: { id: user.populationId },
    ...user.attributes,
    emailVerified: user.emailVerified,
    enabled: user.enabled,
    mfaEnabled: user.mfaEnabled,
    lifecycle: { status: user.lifecycleStatus },
    verifyStatus: "NOT_INITIATED",
    identityProvider: { type: "PING_ONE" },
    account: accountView(user, now),
    ...lastSignOnView(user),
    createdAt: new Date(user.createdAt).toISOString(),
    updatedAt: new Date(user.updatedAt).toISOString(),
  };
}
