import { isRecord, type Operation } from "../transport";
import { parseUser, type User } from "./user";
import { environmentPath } from "./user-ref";

/** Which users `listUsers` looks for. */
export type UserQuery = {
  readonly environmentId: string;
  /** Exactly this one. */ readonly username: string;
};

/**
 * Finds the user of a username: one or none. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/users.html
 */
export const listUsers: Operation<UserQuery, readonly User[]> = {
  name: "listUsers",
  method: "GET",
  path: ({ environmentId, username }) =>
    `${environmentPath(environmentId, "users")}?filter=${encodeURIComponent(`username eq ${quote(username)}`)}`,
  repeatable: true,
  parse: (body, { username }) => parseUsers(body)?.filter((user) => isNamed(user, username)),
};

/** Usernames are unique in whatever case. Whatever answers more than was asked for must not pass another user off. */
function isNamed(user: User, username: string): boolean {
  return user.username?.toLowerCase() === username.toLowerCase();
}

/** In a filter a text stands in quotation marks: without the escapes a username could say something else. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function parseUsers(body: unknown): readonly User[] | undefined {
  const embedded = isRecord(body) ? body["_embedded"] : undefined;
  const found = isRecord(embedded) ? embedded["users"] : undefined;
  if (!Array.isArray(found)) {
    return undefined;
  }
  const users = found.map(parseUser);
  return users.every((user) => user !== undefined) ? users : undefined;
}
