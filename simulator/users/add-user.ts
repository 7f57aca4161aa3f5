import { randomUUID } from "node:crypto";
import { InvalidDataError, invalidValue } from "../errors";
import { emptyPasswordRecord } from "../password/password-record";
import { defaultPopulation } from "../state/environment";
import type { Environment } from "../state/environment";
import { emptyMfa } from "../state/mfa";
import type { User, UserAttributes } from "../state/user";

/** Adds a user who has no password yet; the caller has made sure that the name is free and the population exists. */
export function addUser(
  environment: Environment,
  attributes: UserAttributes,
  options: {
    readonly id?: string | undefined;
    readonly populationId: string;
    /** @default true */
    readonly enabled?: boolean | undefined;
    readonly now: number;
  },
): User {
  const user: User = {
    id: options.id ?? randomUUID(),
    sequence: environment.users.nextSequence(),
    attributes,
    populationId: options.populationId,
    enabled: options.enabled ?? true,
    emailVerified: false,
    lifecycleStatus: "ACCOUNT_OK",
    mfaEnabled: false,
    lastSignOn: undefined,
    accountLockedAt: undefined,
    password: emptyPasswordRecord(),
    mfa: emptyMfa(),
    recoveryCode: undefined,
    mailCount: { day: 0, sent: 0 },
    createdAt: options.now,
    updatedAt: options.now,
  };
  environment.users.add(user);
  return user;
}

/** @param exceptId the user who may have the name already */
export function requireUniqueUsername(environment: Environment, username: string, exceptId?: string): void {
  if (!environment.users.isUsernameTaken(username, exceptId)) return;
  throw new InvalidDataError({
    code: "UNIQUENESS_VIOLATION",
    target: "username",
    message: "is unique but a non-unique value is provided",
  });
}

/** The population asked for, else the environment's default one. @throws InvalidDataError when there is neither */
export function choosePopulation(environment: Environment, populationId: string | undefined): string {
  if (populationId !== undefined) {
    requireKnownPopulation(environment, populationId, "population.id");
    return populationId;
  }
  const population = defaultPopulation(environment);
  if (population !== undefined) return population.id;
  throw new InvalidDataError({
    code: "REQUIRED_VALUE",
    target: "population.id",
    message: "must not be null, the environment has no default population",
  });
}

/** @throws InvalidDataError when a body refers to a population that does not exist */
export function requireKnownPopulation(environment: Environment, populationId: string, target: string): void {
  if (environment.populations.has(populationId)) return;
  throw new InvalidDataError(invalidValue(target, "The population does not exist"));
}
