import type { Environment } from "../state/environment";
import type { User } from "../state/user";

/** Users in the order of their creation, and how many there are in all. */
export type FoundUsers = { readonly total: number; readonly users: readonly User[] };

/** One page of the users whose name contains a text, in whatever case, or whose id it is. @param search empty: everybody */
export function findUsers(
  { users }: Environment,
  search: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): FoundUsers {
  const wanted = search.trim().toLowerCase();
  const found =
    wanted === ""
      ? users.all()
      : users
          .all()
          .filter(
            ({ id, attributes }) => attributes.username.toLowerCase().includes(wanted) || id === wanted,
          );
  return { total: found.length, users: found.slice(offset, offset + limit) };
}
