import type { Send } from "../transport";
import { listUsers } from "./list-users";
import type { User } from "./user";

/** The user of a username, in whatever case; undefined when the environment shows none. */
export async function findUser(
  send: Send,
  environmentId: string,
  username: string,
): Promise<User | undefined> {
  const { users } = await send(listUsers, { environmentId, username });
  return users[0];
}
