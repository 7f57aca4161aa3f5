import type { Environment } from "../state/environment";
import type { Population } from "../state/population";
import { environmentLink, passwordPolicyLink, populationLink } from "../wire/links";

/** A population as the API answers it. */
export function populationView(origin: string, environment: Environment, population: Population): object {
  const { passwordPolicyId, description, preferredLanguage, themeId } = population;
  return {
    _links: {
      self: populationLink(origin, environment.id, population.id),
      environment: environmentLink(origin, environment.id),
      ...(passwordPolicyId === undefined
        ? {}
        : { passwordPolicy: passwordPolicyLink(origin, environment.id, passwordPolicyId) }),
    },
    id: population.id,
    environment: { id: environment.id },
    name: population.name,
    ...(description === undefined ? {} : { description }),
    userCount: environment.users.countInPopulation(population.id),
    default: population.isDefault,
    ...(passwordPolicyId === undefined ? {} : { passwordPolicy: { id: passwordPolicyId } }),
    ...(preferredLanguage === undefined ? {} : { preferredLanguage }),
    ...(themeId === undefined ? {} : { theme: { id: themeId } }),
    createdAt: new Date(population.createdAt).toISOString(),
    updatedAt: new Date(population.updatedAt).toISOString(),
  };
}
