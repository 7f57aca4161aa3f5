import { recordActivity } from "../activities/record-activity";
import { InvalidDataError } from "../errors";
import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requireUser } from "../state/environment";
import { userView } from "../views/user-view";
import { readBoolean, requireObject } from "../wire/json-body";

/** Enables or disables a user. */
export const updateUserEnabled: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const user = requireUser(environment, requireParam(request, "userId"));
  const enabled = readBoolean(requireObject(request.body), "enabled");
  if (enabled === undefined) {
    throw new InvalidDataError({ code: "REQUIRED_VALUE", target: "enabled", message: "must not be null" });
  }
  user.enabled = enabled;
  user.updatedAt = context.clock.now();
  recordActivity(context, environment, user, "USER.UPDATED", request);
  return { status: 200, body: userView(request.origin, environment, user, user.updatedAt) };
};
