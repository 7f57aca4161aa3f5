import { nearest } from "./nearest";

/** A name that is not known, and the one that is most likely meant. */
export type Misspelt = { readonly name: string; readonly meant: string };

/**
 * The first property of an object that is most likely a misspelling of one that is known and not given. Others are passed over, since a
 * program may hand on an object that has more.
 */
export function findMisspelt(given: object, known: readonly string[]): Misspelt | undefined {
  const missing = known.filter((name) => !Object.hasOwn(given, name));
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => ({ name, meant: nearest(name, missing) }))
    .find((one): one is Misspelt => one.meant !== undefined);
}
