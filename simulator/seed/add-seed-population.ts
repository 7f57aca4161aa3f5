import { randomUUID } from "node:crypto";
import { readPopulationFields } from "../populations/read-population";
import { savePopulation } from "../populations/save-population";
import type { Environment } from "../state/environment";
import type { Population } from "../state/population";
import type { SeedPopulation } from "./seed";
import { SeedError, namingEntry } from "./seed-error";

/** Adds a population. @param where how an error names the entry @throws SeedError */
export function addSeedPopulation(
  environment: Environment,
  entry: SeedPopulation,
  where: string,
  now: number,
): Population {
  const { id = randomUUID(), name, passwordPolicy } = entry;
  if (environment.populations.has(id))
    throw new SeedError(`${where}.id`, "is used twice", "Give each population an id and a name of its own");
  const policyId = passwordPolicy === undefined ? undefined : findPolicy(environment, passwordPolicy, where);
  const fields = namingEntry(where, () =>
    readPopulationFields(environment, {
      name,
      default: entry.default,
      ...(policyId === undefined ? {} : { passwordPolicy: { id: policyId } }),
    }),
  );
  const population = { ...fields, id, createdAt: now, updatedAt: now };
  savePopulation(environment, population);
  return population;
}

function findPolicy(environment: Environment, nameOrId: string, where: string): string {
  const all = [...environment.passwordPolicies.values()];
  const match = all.find(({ id, fields }) => id === nameOrId || fields.name === nameOrId);
  if (match === undefined)
    throw new SeedError(
      `${where}.passwordPolicy`,
      `names no password policy: ${nameOrId}`,
      "Name one of them by its name or id, or add it to passwordPolicies",
    );
  return match.id;
}
