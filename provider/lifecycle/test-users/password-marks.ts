import { createHmac, scrypt } from "node:crypto";
import { promisify } from "node:util";

/** Stands for one user's password. */
export type Mark = string;

/** Makes the mark of what a user's password is made of; the case of the username makes no other. */
export type Marker = (username: string, made: readonly unknown[]) => Mark;

/** 72 bits, as the fingerprint of a UserPassword. */
const BYTES = 9;
const WIDTH = 12;

/** Of a user whose password is not declared: it is left as it is. */
export const NO_MARK: Mark = "-".repeat(WIDTH);

/** Of a value that a preview without secrets does not see. */
export const WITHHELD_MARK: Mark = "?".repeat(WIDTH);

const derive = promisify<string, string, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/**
 * Marks of the passwords of one resource: equal for equal passwords of one user, so that a change shows. One slow key serves all of
 * them, because thousands of slow ones would take minutes. So whoever can decrypt the state tries passwords as fast as SHA-256 goes:
 * a password that can be guessed is no secret there.
 */
export async function createMarker(environmentId: string, owner: string): Promise<Marker> {
  const salt = `pulumi-pingone-password:${environmentId}/${owner}`;
  const key = await derive("TestUsers", salt, 32, { N: 16_384, r: 8, p: 1 });
  return (username, made) =>
    createHmac("sha256", key)
      .update(JSON.stringify([username.toLowerCase(), ...made]))
      .digest()
      .subarray(0, BYTES)
      .toString("base64url");
}

/** All marks in one text, in the order of the usernames: one secret in the state. */
export function joinMarks(usernames: Iterable<string>, marks: ReadonlyMap<string, Mark>): string {
  return inOrder(usernames)
    .map((username) => marks.get(username) ?? NO_MARK)
    .join("");
}

/** Takes apart what {@link joinMarks} put together for the same usernames; of a text of another length nothing is known. */
export function splitMarks(usernames: Iterable<string>, text: string): Map<string, Mark> {
  const names = inOrder(usernames);
  return text.length === names.length * WIDTH
    ? new Map(names.map((name, index) => [name, text.slice(index * WIDTH, (index + 1) * WIDTH)]))
    : new Map<string, Mark>();
}

function inOrder(usernames: Iterable<string>): string[] {
  // By code units: a locale may order otherwise on another machine.
  return [...usernames].sort((a, b) => (a < b ? -1 : 1));
}
