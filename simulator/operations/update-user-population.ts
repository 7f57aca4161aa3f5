import { recordActivity } from "../activities/record-activity";
import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requirePopulation, requireUser } from "../state/environment";
import { requireKnownPopulation } from "../users/add-user";
import { populationView } from "../views/population-view";
import { requireObject, requireText } from "../wire/json-body";

/** Moves a user to another population, whose password policy holds from then on; answers that population. */
export const updateUserPopulation: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const user = requireUser(environment, requireParam(request, "userId"));
  const populationId = requireText(requireObject(request.body), "id");
  requireKnownPopulation(environment, populationId, "id");
  environment.users.moveToPopulation(user, populationId);
  user.updatedAt = context.clock.now();
  recordActivity(context, environment, user, "USER.UPDATED", request);
  const body = populationView(request.origin, environment, requirePopulation(environment, populationId));
  return { status: 200, body };
};
