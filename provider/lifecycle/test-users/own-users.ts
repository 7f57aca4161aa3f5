import { allPages, operations, type User } from "../../operations";
import type { Send } from "../../transport";
import { type Account, heldOf } from "./account";

/** All users who carry a mark, by their usernames in lower case. */
export async function ownUsers(send: Send, environmentId: string, owner: string): Promise<Map<string, User>> {
  const pages = await allPages((cursor) =>
    send(operations.listUsers, { environmentId, externalId: owner, limit: 1000, cursor }),
  );
  const own = new Map<string, User>();
  for (const { users } of pages) {
    for (const user of users) {
      own.set((user.username ?? user.id).toLowerCase(), user);
    }
  }
  return own;
}

/**
 * Users who carry the mark although nothing knows them: a run that broke off created them. By username, as accounts of whom nothing else
 * is known.
 * @param isKnown by the user's id
 */
export function straysAmong(
  own: ReadonlyMap<string, User>,
  isKnown: (id: string, key: string) => boolean,
): Map<string, Account> {
  return new Map(
    [...own]
      .filter(([key, { id }]) => !isKnown(id, key))
      .map(([key, { id, username = key }]) => [
        username,
        { id, status: "UNKNOWN", held: heldOf({}), isAdopted: false, forceChange: false },
      ]),
  );
}
