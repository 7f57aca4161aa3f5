import { isUuid } from "../ids";
import { PingOneError } from "../errors";
import type { UserRef } from "../operations";
import type { Props } from "./lifecycle";

/** The resource id of everything that belongs to one user. */
export function userKey({ environmentId, userId }: UserRef, suffix?: string): string {
  return [environmentId, userId, ...(suffix === undefined ? [] : [suffix])].join("/");
}

/** The same for what may be declared by username instead; without a suffix, what begins all ids of that user. */
export function subjectKey({ environmentId, userId, username }: Props, suffix?: string): string {
  const user = userId ?? (typeof username === "string" ? encodeURIComponent(username) : undefined);
  return [environmentId, user, ...(suffix === undefined ? [] : [suffix])].map(String).join("/");
}

/** The user that a resource id names. @throws {PingOneError} when the id is not of that form (a wrong id given to `get`). */
export function parseUserKey(id: string, suffix?: string): UserRef {
  const [environmentId = "", userId = ""] = id.split("/");
  if (!isUuid(environmentId) || !isUuid(userId) || id !== userKey({ environmentId, userId }, suffix)) {
    throw new PingOneError(
      `The id "${id}" is not of the form <environmentId>/<userId>${suffix === undefined ? "" : `/${suffix}`} with two lower-case UUIDs. Pass such an id to get().`,
    );
  }
  return { environmentId, userId };
}
