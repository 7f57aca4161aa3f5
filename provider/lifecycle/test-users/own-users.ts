import { operations, type User } from "../../operations";
import type { Send } from "../../transport";
import { type Account, heldOf } from "./account";

/** All users who carry a mark, by their usernames in lower case. */
export async function ownUsers(send: Send, environmentId: string, owner: string): Promise<Map<string, User>> {
  const own = new Map<string, User>();
  let cursor: string | undefined;
  do {
    const page = await send(operations.listUsers, { environmentId, externalId: owner, limit: 1000, cursor });
    for (const user of page.users) {
      own.set((user.username ?? user.id).toLowerCase(), user);
    }
    cursor = page.next;
  } while (cursor !== undefined);
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
