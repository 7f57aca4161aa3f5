import { type Document, isAlias, isScalar, Scalar, visit } from "yaml";

/** Value of a key that has nothing in it. `null` and `~` are written out, and are something. */
export const NOTHING: unique symbol = Symbol("nothing");

/** Value of a key that stands alone, without a colon: it may be the rest of a text that YAML ended at a comma. */
export const ALONE: unique symbol = Symbol("alone");

/** Value of a key whose alias has no anchor. */
export const NOWHERE: unique symbol = Symbol("nowhere");

/** Value of a password of which YAML takes a part for something else. */
export const CUT: unique symbol = Symbol("cut");

/**
 * Marks the keys of rows that have nothing in them, or an alias without an anchor: YAML takes a text that begins with `&`, `#` or `*` for
 * an anchor, a comment or an alias. A username of a map of users, and a merge, have rules of their own.
 */
export function markNothing(document: Document): void {
  const anchors = new Set<string>();
  const aliases = new Set<string>();
  visit(document, { Alias: (_key, { source }) => void aliases.add(source) });
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor !== undefined) {
        anchors.add(node.anchor);
      }
    },
    Pair: (_key, pair, { length }) => {
      const { key, value } = pair;
      if (length === USERNAMES || (isScalar(key) && typeof key.value === "symbol")) {
        return;
      }
      if (value === null) {
        pair.value = new Scalar(ALONE);
      } else if (isScalar(value) && value.value === null && value.source === "") {
        value.value = NOTHING;
      } else if (isScalar(key) && key.value === "password" && isScalar(value) && isCut(value, aliases)) {
        value.value = CUT;
      } else if (isAlias(value) && !anchors.has(value.source)) {
        const marked = new Scalar(NOWHERE);
        marked.range = value.range ?? null;
        pair.value = marked;
      }
    },
  });
}

/** An anchor that no alias names, or a comment that begins right behind its mark as a text would: `Kettle #71`. */
function isCut({ anchor, comment, type }: Scalar, aliases: ReadonlySet<string>): boolean {
  const isNoComment = typeof comment === "string" && /^\S/.test(comment);
  return type === Scalar.PLAIN && (isNoComment || (anchor !== undefined && !aliases.has(anchor)));
}

/** How deep the pairs of a map of users are: below the document and the map. */
const USERNAMES = 2;

/** Whether a key has nothing in it. */
export function isNothing(value: unknown): boolean {
  return value === NOTHING || value === ALONE;
}

/** What is wrong with a key that is no column and has nothing in it. It may be the rest of a password, and is not repeated. */
export const NOTHING_UNKNOWN =
  "this has nothing in it and is no column: put the text that it belongs to in quotes (between braces YAML ends a text at a comma), or take it out.";

/** What is wrong with a column without a value; undefined for one that has a value. */
export function describeNothing(name: string, value: unknown): string | undefined {
  switch (value) {
    case NOTHING:
    case ALONE:
      return `${name} has nothing in it: put a text in quotes (YAML takes & for an anchor and # for a comment), or leave ${name} out.`;
    case CUT:
      return `${name} loses a part in YAML, which takes & for an anchor and # for a comment: put the whole text in quotes.`;
    case NOWHERE:
      return `${name} is an alias (*name) that leads nowhere: put a text in quotes, or look for its anchor (&name).`;
    default:
      return undefined;
  }
}
