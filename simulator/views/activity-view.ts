import type { Activity } from "../activities/activity-log";
import { ACTIVITY_TYPES } from "../activities/activity-types";
import type { Actor } from "../activities/actor";
import { childLink, userLink } from "../wire/links";

/** An activity as the API answers it. */
export function activityView(origin: string, environmentId: string, activity: Activity): object {
  const { id, correlationId, actor, type, user } = activity;
  const recordedAt = new Date(activity.recordedAt).toISOString();
  const { action, result } = ACTIVITY_TYPES[type];
  return {
    _links: { self: childLink(origin, environmentId, `activities/${id}`) },
    id,
    recordedAt,
    createdAt: recordedAt,
    correlationId,
    ...(actor === undefined ? {} : { actors: actorsView(origin, actor) }),
    action: { type, description: action },
    resources: [{ type: "USER", ...userReference(origin, { ...user, environmentId }) }],
    result: { status: "SUCCESS", description: result(user.id) },
  };
}

function actorsView(origin: string, actor: Actor): object {
  if (actor.type === "USER") return { user: { ...userReference(origin, actor), type: actor.type } };
  const { id, name, type } = actor;
  return { client: { id, name, type } };
}

type UserReference = Readonly<Record<"id" | "name" | "environmentId" | "populationId", string>>;

function userReference(origin: string, { id, name, environmentId, populationId }: UserReference): object {
  return {
    id,
    name,
    environment: { id: environmentId },
    population: { id: populationId },
    href: userLink(origin, environmentId, id).href,
  };
}
