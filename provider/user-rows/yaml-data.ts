import { Document, type Node, YAMLSeq } from "yaml";

/** Times that a row's alias may be followed, beyond which it is there to exhaust us. */
const ALIASES = 100;

/**
 * Plain values of all rows, aliases and merges followed, in one go: for each row by itself the library looks through the whole document.
 * Undefined where one of them leads nowhere, which only the row by itself can tell.
 */
export function dataOf(rows: readonly (Node | null)[]): readonly unknown[] | undefined {
  const list = new YAMLSeq<Node | null>();
  list.items = [...rows];
  // Its warnings, which it prints itself, repeat the file's text.
  const together = new Document<Node>(undefined, { merge: true, logLevel: "error" });
  together.contents = list;
  try {
    const data: unknown = together.toJS({ maxAliasCount: ALIASES * Math.max(rows.length, 1) });
    return Array.isArray(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
