import { secondsUntilUnlock } from "../password/lockout";
import { readStatus } from "../password/password-status";
import type { PasswordStatus } from "../password/password-status";
import { effectivePolicy } from "../state/environment";
import type { Environment } from "../state/environment";
import type { User, UserAttributes } from "../state/user";
import { accountView, lastSignOnView } from "./user-view";
import type { AccountView, LastSignOnView } from "./user-view";

/** A user as a test sees it. */
export type SimulatedUser = UserAttributes & {
  readonly id: string;
  readonly environmentId: string;
  readonly populationId: string;
  readonly enabled: boolean;
  readonly mfaEnabled: boolean;
  /** Absent until the first sign-on. */
  readonly lastSignOn?: LastSignOnView;
  readonly account: AccountView;
  readonly mfa: {
    readonly failures: number;
    /** ISO 8601; absent without a lock. */
    readonly lockedAt?: string;
  };
  readonly password: {
    readonly status: PasswordStatus;
    readonly passwordPolicyId: string;
    /** ISO 8601; absent without a password. */
    readonly lastChangedAt?: string;
    /** Wrong checks counted towards the lockout. */
    readonly failureCount: number;
    readonly secondsUntilUnlock?: number;
  };
};

/** A user with everything a test may want to assert, the password excepted. */
export function simulatedUserView(environment: Environment, user: User, now: number): SimulatedUser {
  const policy = effectivePolicy(environment, user);
  const { changedAt, failureCount } = user.password;
  const seconds = secondsUntilUnlock(user.password, now);
  return {
    ...user.attributes,
    id: user.id,
    environmentId: environment.id,
    populationId: user.populationId,
    enabled: user.enabled,
    mfaEnabled: user.mfaEnabled,
    ...lastSignOnView(user),
    account: accountView(user, now),
    mfa: {
      failures: user.mfa.failures,
      ...(user.mfa.lockedAt === undefined ? {} : { lockedAt: new Date(user.mfa.lockedAt).toISOString() }),
    },
    password: {
      status: readStatus(user.password, policy.fields, now),
      passwordPolicyId: policy.id,
      ...(changedAt === undefined ? {} : { lastChangedAt: new Date(changedAt).toISOString() }),
      failureCount,
      ...(seconds === undefined ? {} : { secondsUntilUnlock: seconds }),
    },
  };
}
