import { recordLockChange } from "../activities/record-change";
import { requireEnvironment, requireParam } from "../operation";
import type { Operation } from "../operation";
import { requireUser } from "../state/environment";
import { userView } from "../views/user-view";

/** Lifts the lock of the account; a lockout of the password stays, and one of MFA. */
export const unlockAccount: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const user = requireUser(environment, requireParam(request, "userId"));
  recordLockChange(context, { environment, user }, request.actor, () => {
    user.accountLockedAt = undefined;
  });
  return { status: 200, body: userView(request.origin, environment, user, context.clock.now()) };
};
