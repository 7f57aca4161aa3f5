import { lockPassword } from "../password/lockout";
import { delegatePassword, replacePassword } from "../password/replace-password";
import { effectivePolicy } from "../state/environment";
import type { Environment } from "../state/environment";
import type { User } from "../state/user";
import { addUser, choosePopulation, requireUniqueUsername } from "../users/add-user";
import { readAttributes } from "../users/read-attributes";
import type { SeedUser } from "./seed";
import { SeedError, namingEntry } from "./seed-error";

/** Adds a user. @param where how an error names the entry @throws SeedError */
export function addSeedUser(environment: Environment, entry: SeedUser, where: string, now: number): User {
  if (entry.id !== undefined && environment.users.get(entry.id) !== undefined) {
    throw new SeedError(`${where}.id`, "is used twice", "Give each user an id and a username of its own");
  }
  const populationId = findPopulation(environment, entry, where);
  const user = namingEntry(where, () => {
    const { username, email, name, externalId } = entry;
    const attributes = readAttributes({ username, email, name, externalId });
    requireUniqueUsername(environment, attributes.username);
    return addUser(environment, attributes, {
      id: entry.id,
      populationId: choosePopulation(environment, populationId),
      enabled: entry.enabled,
      now,
    });
  });
  user.mfaEnabled = entry.mfaEnabled ?? false;
  if (entry.accountLocked === true) user.accountLockedAt = now;
  user.mfa.failures = entry.mfa?.failures ?? 0;
  if (entry.mfa?.locked === true) user.mfa.lockedAt = now;
  givePassword(environment, user, entry, where, now);
  return user;
}

function findPopulation(
  environment: Environment,
  { population }: SeedUser,
  where: string,
): string | undefined {
  if (population === undefined) return undefined;
  const all = [...environment.populations.values()];
  const match = all.find(({ id, name }) => id === population || name === population);
  if (match === undefined) {
    const fix = "Name one of them by its name or id, or add it to populations";
    throw new SeedError(`${where}.population`, `names no population: ${population}`, fix);
  }
  return match.id;
}

function givePassword(
  environment: Environment,
  user: User,
  entry: SeedUser,
  where: string,
  now: number,
): void {
  const policy = effectivePolicy(environment, user).fields;
  if (entry.external === true) {
    if (entry.password !== undefined)
      throw new SeedError(`${where}.password`, "cannot stand beside external", "Leave one of the two out");
    delegatePassword(user.password, policy, {}, now);
  } else if (entry.password !== undefined) {
    replacePassword(user.password, policy, entry.password, { mustChange: entry.forceChange ?? false, now });
  }
  for (const field of ["locked", "forceChange"] as const) {
    if (entry[field] === true && entry.password === undefined)
      throw new SeedError(`${where}.${field}`, "needs a password", `Give one, or leave ${field} out`);
  }
  if (entry.locked === true) lockPassword(user.password, policy, now);
}
