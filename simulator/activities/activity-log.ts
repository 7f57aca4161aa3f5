import { appendNewest } from "../append-newest";
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

/** The newest events of one environment, at least 100,000, the oldest of them first. */
export class ActivityLog {
  readonly #activities: Activity[];
  #lastSequence: number;

  /** @param past what was recorded before, the oldest first */
  constructor(past: readonly Activity[] = []) {
    this.#activities = [...past];
    this.#lastSequence = past.at(-1)?.sequence ?? 0;
  }

  add(activity: Omit<Activity, "sequence">): void {
    this.#lastSequence += 1;
    appendNewest(this.#activities, { ...activity, sequence: this.#lastSequence });
  }

  all(): readonly Activity[] {
    return this.#activities;
  }
}
