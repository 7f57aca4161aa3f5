import type { Operation } from "../transport";
import { parsePage, withQuery } from "./page";
import { parseUser, type User } from "./user";
import { environmentPath } from "./user-ref";

/** Which users `listUsers` looks for; all of the environment where neither is given. */
export type UserQuery = {
  /** UUID of the environment. */
  readonly environmentId: string;
  /** Exactly this one, in whatever case. */
  readonly username?: string | undefined;
  /** Exactly this one. */
  readonly externalId?: string | undefined;
  /** Only those who are enabled, or only those who are not. */
  readonly enabled?: boolean | undefined;
  /** Users of one page: 1 to 1000; PingOne may answer fewer. @default PingOne's maximum */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
};

/** One page of users. */
export type UserPage = {
  /** The users of this page, in PingOne's order. */
  readonly users: readonly User[];
  /** Asks for the next page, as `cursor`; absent on the last one. */
  readonly next?: string;
};

/**
 * Finds users page by page: all of an environment, those of an `externalId`, or the one of a username. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/users.html
 */
export const listUsers: Operation<UserQuery, UserPage> = {
  name: "listUsers",
  method: "GET",
  path: ({ environmentId, limit, cursor, ...query }) =>
    withQuery(environmentPath(environmentId, "users"), { filter: filterOf(query), limit, cursor }),
  repeatable: true,
  parse: (body, query) => {
    const page = parsePage(body, "users", parseUser, query.cursor);
    if (page === undefined) {
      return undefined;
    }
    const { members, ...rest } = page;
    return { users: members.filter((user) => isWanted(user, query)), ...rest };
  },
};

/** Usernames are unique in whatever case. Whatever answers more than was asked for must not pass another user off. */
function isWanted(user: User, { username, externalId, enabled }: UserQuery): boolean {
  return (
    (enabled === undefined || user.enabled === enabled) &&
    (username === undefined || user.username?.toLowerCase() === username.toLowerCase()) &&
    (externalId === undefined || user.externalId === externalId)
  );
}

function filterOf({
  username,
  externalId,
  enabled,
}: Pick<UserQuery, "username" | "externalId" | "enabled">): string | undefined {
  const parts = [
    ...(username === undefined ? [] : [`username eq ${quote(username)}`]),
    ...(externalId === undefined ? [] : [`externalId eq ${quote(externalId)}`]),
    ...(enabled === undefined ? [] : [`enabled eq ${enabled}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(" and ");
}

/** In a filter a text stands in quotation marks: without the escapes it could say something else. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
