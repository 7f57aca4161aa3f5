import { currentLock } from "../password/lockout";
import { readExpiry, readStatus } from "../password/password-status";
import type { PasswordStatus } from "../password/password-status";
import { effectivePolicy } from "../state/environment";
import type { Environment } from "../state/environment";
import type { User } from "../state/user";
import { accountView } from "../views/user-view";
import type { AccountView } from "../views/user-view";

/** A user as the console lists them; times are ISO 8601. */
export type UserRow = {
  readonly id: string;
  readonly environmentId: string;
  readonly username: string;
  readonly email?: string;
  /** Its name. */
  readonly population: string;
  readonly enabled: boolean;
  readonly account: Pick<AccountView, "status" | "canAuthenticate"> & {
    /** What keeps the user out: an administrator, wrong passwords, or a second factor. */
    readonly lockedBy: readonly ("administrator" | "password" | "mfa")[];
  };
  readonly password: {
    readonly status: PasswordStatus;
    /** The name of the policy in force. */
    readonly policy: string;
    /** Whether another one is asked for at the next sign-on, also while a lockout hides it in the status. */
    readonly forcedChange: boolean;
    /** Wrong checks counted towards a lockout. */
    readonly failureCount: number;
    /** Absent without a password. */
    readonly lastChangedAt?: string;
    /** Absent when it never expires. */
    readonly expiresAt?: string;
    /** When the lockout ends; absent without one, or when only an administrator can end it. */
    readonly lockedUntil?: string;
  };
};

/** What the console shows of a user: never the password. */
export function userRow(environment: Environment, user: User, now: number): UserRow {
  const { fields: policy } = effectivePolicy(environment, user);
  const { attributes, password } = user;
  const lock = currentLock(password, now);
  const { status, canAuthenticate } = accountView(user, now);
  return {
    id: user.id,
    environmentId: environment.id,
    username: attributes.username,
    ...(attributes.email === undefined ? {} : { email: attributes.email }),
    population: environment.populations.get(user.populationId)?.name ?? user.populationId,
    enabled: user.enabled,
    account: {
      status,
      canAuthenticate,
      lockedBy: [
        ...(user.accountLockedAt === undefined ? [] : (["administrator"] as const)),
        ...(lock === undefined ? [] : (["password"] as const)),
        ...(user.mfa.lockedAt === undefined ? [] : (["mfa"] as const)),
      ],
    },
    password: {
      status: readStatus(password, policy, now),
      policy: policy.name,
      forcedChange: password.mustChange,
      failureCount: password.failureCount,
      ...timeAt("lastChangedAt", password.changedAt),
      ...timeAt("expiresAt", readExpiry(password, policy)),
      ...timeAt("lockedUntil", lock?.until),
    },
  };
}

function timeAt<Name extends string>(name: Name, time: number | undefined): Partial<Record<Name, string>> {
  return time === undefined ? {} : ({ [name]: new Date(time).toISOString() } as Record<Name, string>);
}
