import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requireUser } from "../state/environment";

/** Deletes a user and everything that belongs to the user. */
export const deleteUser: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  environment.users.delete(requireUser(environment, requireParam(request, "userId")));
  return { status: 204 };
};
