import type { Environment } from "../state/environment";
import type { Population } from "../state/population";

/** Stores a population; a new default takes the place of the old one. */
export function savePopulation(environment: Environment, population: Population): void {
  const { populations } = environment;
  if (population.isDefault) {
    for (const other of populations.values()) {
      if (other.isDefault) populations.set(other.id, { ...other, isDefault: false });
    }
  }
  populations.set(population.id, population);
}
