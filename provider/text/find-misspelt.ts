import { nearest } from "./nearest";

/** A name that is not known, and the one that is most likely meant. */
export type Misspelt = { readonly name: string; readonly meant: string };

/**
 * The first property with a value of an object that is most likely a misspelling of one that is known and not given. Others are passed over, since a
 * program may hand on an object that has more.
 */
export function findMisspelt(given: object, known: readonly string[]): Misspelt | undefined {
  const missing = known.filter((name) => isLeftOut(given, name));
  return Object.keys(given)
    .filter((name) => !known.includes(name) && !isLeftOut(given, name))
    .map((name) => ({ name, meant: nearest(name, missing) }))
    .find((one): one is Misspelt => one.meant !== undefined);
}

/** A program in JavaScript says null, or undefined, for nothing. */
function isLeftOut(given: object, name: string): boolean {
  const value: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
  return value === undefined || value === null;
}
