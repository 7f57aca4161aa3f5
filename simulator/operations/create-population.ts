import { randomUUID } from "node:crypto";
import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { readPopulationFields } from "../populations/read-population";
import { savePopulation } from "../populations/save-population";
import { populationView } from "../views/population-view";
import { requireObject } from "../wire/json-body";

/** Creates a population; `default: true` takes that place from the one that had it. */
export const createPopulation: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const fields = readPopulationFields(environment, requireObject(request.body));
  const now = context.clock.now();
  const population = { ...fields, id: randomUUID(), createdAt: now, updatedAt: now };
  savePopulation(environment, population);
  return { status: 201, body: populationView(request.origin, environment, population) };
};
