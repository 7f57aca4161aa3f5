import type { OperationContext } from "../operation";
import type { Environment } from "../state/environment";
import { isLocked } from "../state/lock";
import type { User } from "../state/user";
import type { ActivityType } from "./activity-types";
import type { Actor } from "./actor";
import { recordActivity } from "./record-activity";

/** The user something happens to. */
type Place = { readonly environment: Environment; readonly user: User };

/** Carries out a change and records it, then the lock or unlock of the user it led to; a refused one records nothing. */
export function recordChange<Result>(
  context: OperationContext,
  place: Place,
  type: ActivityType,
  actor: Actor | undefined,
  change: () => Result,
): Result {
  return recordLockChange(context, place, actor, () => {
    const result = change();
    recordActivity(context, place.environment, place.user, type, { actor });
    return result;
  });
}

/** Carries out a change and records USER.LOCKED for a user's first lock, USER.UNLOCKED when the last one is gone. */
export function recordLockChange<Result>(
  context: OperationContext,
  { environment, user }: Place,
  actor: Actor | undefined,
  change: () => Result,
): Result {
  const now = context.clock.now();
  const wasLocked = isLocked(user, now);
  const result = change();
  const isLockedNow = isLocked(user, now);
  if (wasLocked !== isLockedNow) {
    recordActivity(context, environment, user, isLockedNow ? "USER.LOCKED" : "USER.UNLOCKED", { actor });
  }
  return result;
}
