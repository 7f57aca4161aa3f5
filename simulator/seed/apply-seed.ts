import { emptyEnvironment } from "../state/environment";
import type { Environment } from "../state/environment";
import type { State } from "../state/state";
import { addSeedApplication, withDefaultApplication } from "./add-seed-application";
import { addSeedPasswordPolicy } from "./add-seed-password-policy";
import { addSeedPopulation } from "./add-seed-population";
import { addSeedUser } from "./add-seed-user";
import { DEFAULT_APPLICATION, DEFAULT_PASSWORD_POLICIES, DEFAULT_POPULATION, STANDARD } from "./defaults";
import { deriveId } from "./derive-id";
import type { Seed, SeedApplication, SeedPasswordPolicy, SeedPopulation } from "./seed";
import { SeedError } from "./seed-error";

/** The parts of a seed that one environment holds. */
export type EnvironmentSeed = Pick<Seed, "applications" | "passwordPolicies" | "populations" | "users">;

/** Adds an environment with its policies, populations and users. @throws SeedError */
export function addSeedEnvironment(
  state: State,
  environment: { readonly id: string; readonly name: string },
  seed: EnvironmentSeed,
  now: number,
): Environment {
  if (state.environments.has(environment.id)) throw new SeedError("environment.id", "is used twice");
  const added = emptyEnvironment(environment.id, environment.name);
  const idOf = (kind: string, name: string) => deriveId(environment.id, kind, name);
  for (const { entry, where } of allPasswordPolicies(seed)) {
    addSeedPasswordPolicy(added, { id: idOf("passwordPolicy", entry.name), ...entry }, where, now);
  }
  for (const { entry, where } of allPopulations(seed)) {
    addSeedPopulation(added, { id: idOf("population", entry.name), ...entry }, where, now);
  }
  seed.users?.forEach((user, index) => {
    addSeedUser(added, { id: idOf("user", user.username), ...user }, `users[${index}]`, now);
  });
  for (const { entry, where } of allApplications(seed, idOf("application", DEFAULT_APPLICATION))) {
    addSeedApplication(state, added.id, { clientId: idOf("application", entry.name), ...entry }, where);
  }
  state.environments.set(added.id, added);
  return added;
}

/** An entry and how an error names it. */
type Placed<Entry> = { readonly entry: Entry; readonly where: string };

function allApplications(
  { applications = [] }: EnvironmentSeed,
  defaultId: string,
): Placed<SeedApplication>[] {
  return withDefaultApplication(applications, defaultId).map((entry) => {
    const index = applications.indexOf(entry);
    return { entry, where: index < 0 ? entry.name : `applications[${index}]` };
  });
}

function allPasswordPolicies({ passwordPolicies = [] }: EnvironmentSeed): Placed<SeedPasswordPolicy>[] {
  const hasDefault = passwordPolicies.some((policy) => policy.default === true);
  const seeded = passwordPolicies.map((policy, index) => ({
    // One that takes Standard's place is the default, too.
    entry: !hasDefault && policy.name === STANDARD ? { ...policy, default: true } : policy,
    where: `passwordPolicies[${index}]`,
  }));
  const names = new Set(passwordPolicies.map(({ name }) => name));
  const builtIn = DEFAULT_PASSWORD_POLICIES.filter(({ name }) => !names.has(name));
  return [...builtIn.map((entry) => ({ entry, where: entry.name })), ...seeded];
}

function allPopulations({ populations = [] }: EnvironmentSeed): Placed<SeedPopulation>[] {
  const hasDefault = populations.some((population) => population.default === true);
  const seeded = populations.map((population, index) => ({
    entry:
      !hasDefault && population.name === DEFAULT_POPULATION ? { ...population, default: true } : population,
    where: `populations[${index}]`,
  }));
  if (seeded.some(({ entry }) => entry.default === true)) return seeded;
  return [{ entry: { name: DEFAULT_POPULATION, default: true }, where: DEFAULT_POPULATION }, ...seeded];
}
