import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requireUser } from "../state/environment";
import { userView } from "../views/user-view";

/** Answers one user; `expand=population` brings the population along under `_embedded`. */
export const readUser: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const user = requireUser(environment, requireParam(request, "userId"));
  const expandPopulation = request.query["expand"] === "population";
  const body = userView(request.origin, environment, user, context.clock.now(), expandPopulation);
  return { status: 200, body };
};
