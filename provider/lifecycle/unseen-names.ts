import { describeUnseen, findUnseen } from "../text/unseen";
import { isUnknown } from "./unknown";

/** What a user is known by, as far as it is declared. */
export type Named = { readonly username?: unknown; readonly email?: unknown };

/** Something that is not seen in what a user is known by. */
export type UnseenName = {
  readonly property: "username" | "email";
  /** To stand behind the property's name. */
  readonly reason: string;
  /** True for what PingOne has, or may have, under just this text: it is no mistake that could still be prevented. */
  readonly isKept: boolean;
};

/**
 * Looks for what nobody sees, and so nobody types, in the username and the address of a user.
 * @param old the same user as declared before; undefined for one who is to be created
 * @param adopts whether PingOne may have such a user already, who is taken over
 */
export function findUnseenNames(user: Named, old: Named | undefined, adopts: boolean): UnseenName[] {
  return (["username", "email"] as const).flatMap((property) => {
    const text = user[property];
    // White space in an address is no address, which is said already.
    const look = property === "username" ? describeUnseen : findUnseen;
    const reason =
      typeof text === "string" && text.trim() !== "" && !isUnknown(text) ? look(text) : undefined;
    if (reason === undefined) {
      return [];
    }
    const isKept = old === undefined ? adopts : isSame(property, old[property], text);
    return [{ property, reason, isKept }];
  });
}

/** What is said of it where it stays. */
export function tellKept({ property, reason }: UnseenName): string {
  return `${property} ${reason} It is left as it is for a user whom PingOne has under it.`;
}

/** PingOne does not tell upper from lower case in usernames. */
function isSame(property: "username" | "email", one: unknown, other: unknown): boolean {
  const plain = (text: unknown) => (property === "username" ? String(text).toLowerCase() : text);
  return plain(one) === plain(other);
}
