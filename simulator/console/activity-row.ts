import type { Activity } from "../activities/activity-log";
import { ACTIVITY_TYPES } from "../activities/activity-types";
import type { ActivityType } from "../activities/activity-types";

/** An activity as the console lists it. */
export type ActivityRow = {
  readonly id: string;
  readonly sequence: number;
  /** ISO 8601, by the simulated clock. */
  readonly at: string;
  readonly type: ActivityType;
  readonly description: string;
  readonly userId: string;
  /** As it was then. */
  readonly username: string;
  /** Who did it; absent where PingOne names nobody. */
  readonly actor?: string;
  readonly correlationId: string;
};

export function activityRow(activity: Activity): ActivityRow {
  const { id, sequence, recordedAt, type, user, actor, correlationId } = activity;
  return {
    id,
    sequence,
    at: new Date(recordedAt).toISOString(),
    type,
    description: ACTIVITY_TYPES[type].action,
    userId: user.id,
    username: user.name,
    ...(actor === undefined ? {} : { actor: actor.name }),
    correlationId,
  };
}
