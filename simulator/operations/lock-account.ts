import { recordLockChange } from "../activities/record-change";
import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requireUser } from "../state/environment";
import { userView } from "../views/user-view";

/** Locks the account until an administrator unlocks it; the password's own lockout is another matter. */
export const lockAccount: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const user = requireUser(environment, requireParam(request, "userId"));
  const now = context.clock.now();
  recordLockChange(context, { environment, user }, request.actor, () => {
    user.accountLockedAt ??= now;
  });
  return { status: 200, body: userView(request.origin, environment, user, now) };
};
