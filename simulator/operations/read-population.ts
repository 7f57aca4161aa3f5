import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requirePopulation } from "../state/environment";
import { populationView } from "../views/population-view";

/** Answers one population. */
export const readPopulation: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const population = requirePopulation(environment, requireParam(request, "populationId"));
  return { status: 200, body: populationView(request.origin, environment, population) };
};
