import type { Bench, Reply } from "../bench";
import { textAt, valueAt } from "../bench";

/** A filter that leaves no time out, and what else it is to select. */
export function everTime(rest = ""): string {
  const range = 'recordedAt gt "2000-01-01T00:00:00Z" AND recordedAt lt "2999-01-01T00:00:00Z"';
  return `filter=${encodeURIComponent(range + rest)}`;
}

/** Lists all activities of an environment. */
export function listActivities(bench: Bench, query = everTime()): Promise<Reply> {
  return bench.call("GET", `/activities?${query}`);
}

/** The types of all activities so far, the oldest first. */
export async function typesOf(bench: Bench): Promise<string[]> {
  const { body } = await listActivities(bench);
  return activitiesIn(body).map((activity) => textAt(activity, "action.type"));
}

/** The activities of a page. */
export function activitiesIn(body: unknown): readonly unknown[] {
  const activities = valueAt(body, "_embedded.activities");
  if (!Array.isArray(activities)) throw new Error("There are no activities.");
  return activities;
}
