import { ActivityLog } from "../activities/activity-log";
import type { Activity } from "../activities/activity-log";
import { NotFoundError } from "../errors";
import type { PasswordPolicy } from "./password-policy";
import type { Population } from "./population";
import type { User } from "./user";
import { UserStore } from "./user-store";

export type Environment = {
  readonly id: string;
  readonly name: string;
  readonly users: UserStore;
  readonly populations: Map<string, Population>;
  readonly passwordPolicies: Map<string, PasswordPolicy>;
  readonly activities: ActivityLog;
};

/** @param past what goes on from an earlier one: the last position of a user, and the activities */
export function emptyEnvironment(
  id: string,
  name: string,
  past: { readonly lastSequence?: number; readonly activities?: readonly Activity[] } = {},
): Environment {
  return {
    id,
    name,
    users: new UserStore(past.lastSequence),
    populations: new Map(),
    passwordPolicies: new Map(),
    activities: new ActivityLog(past.activities),
  };
}

/** The population new users get when they name none; undefined when the environment has no default. */
export function defaultPopulation(environment: Environment): Population | undefined {
  return [...environment.populations.values()].find((population) => population.isDefault);
}

/** The policy a user's password is held to: the population's, else the environment's default one. */
export function effectivePolicy(environment: Environment, user: Pick<User, "populationId">): PasswordPolicy {
  const policyId = environment.populations.get(user.populationId)?.passwordPolicyId;
  const policy = policyId === undefined ? undefined : environment.passwordPolicies.get(policyId);
  return policy ?? defaultPolicy(environment);
}

/** @throws NotFoundError when the environment has no such user */
export function requireUser(environment: Environment, id: string): User {
  return found(environment.users.get(id));
}

/** @throws NotFoundError when the environment has no such population */
export function requirePopulation(environment: Environment, id: string): Population {
  return found(environment.populations.get(id));
}

/** @throws NotFoundError when the environment has no such policy */
export function requirePolicy(environment: Environment, id: string): PasswordPolicy {
  return found(environment.passwordPolicies.get(id));
}

function defaultPolicy(environment: Environment): PasswordPolicy {
  return found([...environment.passwordPolicies.values()].find((policy) => policy.isDefault));
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new NotFoundError();
  return value;
}
