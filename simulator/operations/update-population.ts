import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { readPopulationFields } from "../populations/read-population";
import { savePopulation } from "../populations/save-population";
import { requirePopulation } from "../state/environment";
import { populationView } from "../views/population-view";
import { requireObject } from "../wire/json-body";

/** Replaces a population; fields left out are dropped. The default one stays the default until another takes over. */
export const updatePopulation: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const current = requirePopulation(environment, requireParam(request, "populationId"));
  const fields = readPopulationFields(environment, requireObject(request.body), current.id);
  const isDefault = fields.isDefault || current.isDefault;
  const population = { ...current, ...fields, isDefault, updatedAt: context.clock.now() };
  savePopulation(environment, population);
  return { status: 200, body: populationView(request.origin, environment, population) };
};
