import { PingOneError } from "../../errors";
import { isUuid } from "../../ids";
import type { Population } from "../../operations";
import type { RunReads } from "../run-reads";
import { isUnknown } from "../unknown";
import type { Row } from "./types";

/** Finds the id of a population that is named by its id or its name. */
export type PopulationId = (population: string) => string;

/**
 * How rows name their populations. The tenant is asked for them only where a row uses a name.
 * @throws {PingOneError} when they cannot be read
 */
export async function populationIds(
  reads: RunReads,
  environmentId: string,
  rows: Readonly<Record<string, Row>>,
): Promise<PopulationId> {
  const isNamed = Object.values(rows).some(
    ({ population }) => population !== undefined && !isUuid(population) && !isUnknown(population),
  );
  const known = isNamed ? await reads.populations(environmentId) : [];
  return (population) => {
    if (isUuid(population) || isUnknown(population)) {
      return population;
    }
    const found = known.find(({ name }) => name === population);
    if (found === undefined) {
      throw new PingOneError(noSuchPopulation(population, known));
    }
    return found.id;
  };
}

/** Said at preview and when it is needed. */
export function noSuchPopulation(population: string, known: readonly Population[]): string {
  const names = known.flatMap(({ name }) => (name === undefined ? [] : [JSON.stringify(name)]));
  return `there is no population ${JSON.stringify(population)}: give the name of one of the environment's (${names.slice(0, 10).join(", ")}) or an id.`;
}
