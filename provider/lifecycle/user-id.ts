import { isUuid } from "../ids";
import { PingOneError } from "../errors";
import type { UserRef } from "../operations";
import { quoted } from "../quoted";
import type { Props } from "./lifecycle";
import { wellFormed } from "../well-formed";

/** The resource id of everything that belongs to one user. */
export function userKey({ environmentId, userId }: UserRef, suffix?: string): string {
  return [environmentId, userId, ...(suffix === undefined ? [] : [suffix])].join("/");
}

/** The same for what may be declared by username instead; without a suffix, what begins all ids of that user. */
export function subjectKey(
  { environmentId, userId, username, owner, users }: Props,
  suffix?: string,
): string {
  if (users !== undefined) {
    return String(owner);
  }
  const user =
    userId ?? (typeof username === "string" ? encodeURIComponent(wellFormed(username)) : undefined);
  return [environmentId, user, ...(suffix === undefined ? [] : [suffix])].map(asText).join("/");
}

/** Asked before the check, too: what a program gives in place of a text may be an object without a text. */
function asText(part: unknown): string {
  return typeof part === "string" || typeof part === "number" || part === undefined ? String(part) : "";
}

/** The user that a resource id names. @throws {PingOneError} when the id is not of that form (a wrong id given to `get`). */
export function parseUserKey(id: string, suffix?: string): UserRef {
  const [environmentId = "", userId = ""] = id.split("/");
  if (!isUuid(environmentId) || !isUuid(userId) || id !== userKey({ environmentId, userId }, suffix)) {
    throw new PingOneError(
      `The id ${quoted(id)} is not of the form <environmentId>/<userId>${suffix === undefined ? "" : `/${suffix}`} with two lower-case UUIDs. Pass such an id to get().`,
    );
  }
  return { environmentId, userId };
}
