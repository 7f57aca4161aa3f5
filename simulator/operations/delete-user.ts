import { recordActivity } from "../activities/record-activity";
import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requireUser } from "../state/environment";

/** Deletes a user and everything that belongs to the user. */
export const deleteUser: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const user = requireUser(environment, requireParam(request, "userId"));
  environment.users.delete(user);
  recordActivity(context, environment, user, "USER.DELETED", request);
  return { status: 204 };
};
