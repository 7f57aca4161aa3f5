import type { ActivityType } from "./activity-types";
import type { Actor } from "./actor";

/** One event, with the user as the user was then. */
export type Activity = {
  readonly id: string;
  /** Position in the order of recording; cursors point at it. */
  readonly sequence: number;
  readonly recordedAt: number;
  /** The id of the response to the request that brought it about. */
  readonly correlationId: string;
  readonly actor: Actor | undefined;
  readonly type: ActivityType;
  readonly user: { readonly id: string; readonly name: string; readonly populationId: string };
};

/** The events of one environment, the oldest first. */
export class ActivityLog {
  readonly #activities: Activity[] = [];

  add(activity: Omit<Activity, "sequence">): void {
    this.#activities.push({ ...activity, sequence: this.#activities.length + 1 });
  }

  all(): readonly Activity[] {
    return this.#activities;
  }
}
