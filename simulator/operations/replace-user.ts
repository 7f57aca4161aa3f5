import { recordActivity } from "../activities/record-activity";
import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requireUser } from "../state/environment";
import { requireUniqueUsername } from "../users/add-user";
import { readAttributes } from "../users/read-attributes";
import { userView } from "../views/user-view";
import { requireObject } from "../wire/json-body";

/** Replaces the attributes of a user; those left out are dropped. Population and `enabled` have calls of their own. */
export const replaceUser: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const user = requireUser(environment, requireParam(request, "userId"));
  const attributes = readAttributes(requireObject(request.body));
  requireUniqueUsername(environment, attributes.username, user.id);
  const now = context.clock.now();
  environment.users.replaceAttributes(user, attributes);
  user.updatedAt = now;
  recordActivity(context, environment, user, "USER.UPDATED", request);
  return { status: 200, body: userView(request.origin, environment, user, now) };
};
