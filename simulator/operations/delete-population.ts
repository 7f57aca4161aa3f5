import { RequestFailedError } from "../errors";
import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requirePopulation } from "../state/environment";

/** Deletes a population that is not the default one and has no users. */
export const deletePopulation: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const population = requirePopulation(environment, requireParam(request, "populationId"));
  if (population.isDefault) throw inUse("Default Population can not be deleted");
  if (environment.users.countInPopulation(population.id) > 0) {
    throw inUse("Population with users can not be deleted");
  }
  environment.populations.delete(population.id);
  return { status: 204 };
};

function inUse(message: string): RequestFailedError {
  return new RequestFailedError({ code: "CONSTRAINT_VIOLATION", message });
}
