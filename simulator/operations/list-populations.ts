import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { populationView } from "../views/population-view";
import { childLink } from "../wire/links";

/** Lists all populations of an environment on one page. */
export const listPopulations: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const populations = [...environment.populations.values()].map((population) =>
    populationView(request.origin, environment, population),
  );
  const _links = { self: childLink(request.origin, environment.id, "populations") };
  const { length } = populations;
  return { status: 200, body: { _links, _embedded: { populations }, count: length, size: length } };
};
