import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair } from "yaml";
import { isColumn } from "./columns";
import type { RawRows, ReadOptions } from "./raw-row";
import { dataOf } from "./yaml-data";
import { readDocument } from "./yaml-document";
import { isNothing, markNothing } from "./yaml-nothing";
import type { YamlReading } from "./yaml-reading";
import { type NamedRow, readYamlRow } from "./yaml-row";

/** Reads a YAML text, or a JSON one, which is YAML too: a list of rows, or a map of them by username. */
export function readYamlRows(text: string, options: ReadOptions): RawRows {
  const counter = new LineCounter();
  const read = readDocument(text, counter);
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  if (!("document" in read)) {
    return { rows: [], problems: [{ ...at(read.offset), reason: read.reason }] };
  }
  const { document } = read;
  markNothing(document);
  const reading: YamlReading = { document, at, options, problems: [] };
  const named = namedRows(document.contents, reading);
  const data = dataOf(named.map(({ node }) => node));
  const rows = named.flatMap((row, index) => readYamlRow(row, data?.[index], reading));
  return { rows, problems: reading.problems };
}

function namedRows(contents: Node | null, { at, problems }: YamlReading): NamedRow[] {
  if (isSeq<Node>(contents)) {
    return contents.items.map((node) => ({ node, offset: startOf(node) }));
  }
  if (!isMap<Node, Node | null>(contents)) {
    const offset = contents === null ? 0 : startOf(contents);
    problems.push({
      ...at(offset),
      reason:
        "users have to be a list of rows such as { username: bob, email: bob@example.com }, or a map of them by username.",
    });
    return [];
  }
  const within = contents.items.find(({ key }) => isScalar(key) && key.value === "users");
  const reason = within === undefined ? undefined : describeWithin(within.value);
  if (within !== undefined && reason !== undefined) {
    problems.push({ ...at(startOf(within.key)), reason });
    return [];
  }
  return contents.items.flatMap(({ key, value }) => {
    const offset = startOf(key);
    if (isScalar(key) && typeof key.value === "string") {
      return [{ node: value, offset, username: key.value }];
    }
    problems.push({ ...at(offset), reason: "a username has to be a text: put it in quotes." });
    return [];
  });
}

/** What stands under `users` in place of the columns of a user who is called so. */
function describeWithin(value: Node | null): string | undefined {
  if (isSeq(value)) {
    return LIST_WITHIN;
  }
  return isMap<Node, Node | null>(value) && value.items.length > 0 && value.items.every(isNamedRow)
    ? MAP_WITHIN
    : undefined;
}

function isNamedRow({ key, value }: Pair<Node, Node | null>): boolean {
  const isName =
    isScalar(key) && typeof key.value === "string" && key.value !== "name" && !isColumn(key.value);
  return isName && (isMap(value) || isAlias(value) || (isScalar(value) && isNothing(value.value)));
}

const MAP_WITHIN =
  "the map of users stands under users: the file has to be that map itself, or a list of rows.";

const LIST_WITHIN =
  "the list of users stands under users, as in a seed of the simulator: the file has to be the list itself, or a map of users by username.";

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
