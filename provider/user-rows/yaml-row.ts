import { type Document, isAlias, isMap, isScalar, type Node } from "yaml";
import { isRecord } from "../transport";
import { originAt } from "./origin";
import type { Position } from "./problem";
import type { RawRow } from "./raw-row";
import { readCells } from "./yaml-cells";
import { placesIn } from "./yaml-places";
import type { YamlReading } from "./yaml-reading";

/** A row, and the username it stands under in a map. */
export type NamedRow = {
  readonly node: Node | null;
  readonly offset: number;
  readonly username?: string;
};

/**
 * Reads one row: none, and a problem, where it cannot be used.
 * @param known its plain values, where they are known already
 */
export function readYamlRow(row: NamedRow, known: unknown, reading: YamlReading): RawRow[] {
  const start = reading.at(row.offset);
  const read = readRow(row, known, start, reading);
  if (typeof read !== "string") {
    return read;
  }
  reading.problems.push({ ...start, reason: read });
  return [];
}

/** The row, none where a problem says why, or why it is none. */
function readRow(
  { node, username }: NamedRow,
  known: unknown,
  start: Position,
  reading: YamlReading,
): RawRow[] | string {
  // To find what an alias stands for, the library looks through the whole document.
  const map = isAlias(node) && !isRecord(known) ? node.resolve(reading.document) : node;
  const data = isRecord(known) ? known : readData(map, reading.document, username !== undefined);
  if (typeof data === "string") {
    return data;
  }
  // What an alias stands for begins elsewhere.
  const places =
    isMap<Node, Node | null>(map) && !isAlias(node) ? placesIn(map, reading) : new Map<string, Position>();
  const cells = readCells(data, (name) => places.get(name) ?? start, reading);
  // That the username is missing would be a second problem for the same text.
  if (typeof data["username"] === "symbol") {
    return [];
  }
  if (username === undefined) {
    return [{ origin: originAt(reading.options.file, start.line, places), cells }];
  }
  if (cells.username !== undefined && cells.username !== username) {
    return "the row stands under one username and has another in it: leave the one in it out.";
  }
  places.set("username", start);
  return [{ origin: originAt(reading.options.file, start.line, places), cells: { ...cells, username } }];
}

/** The row as plain values, aliases and merges followed; or why it cannot be had. */
function readData(
  map: Node | null | undefined,
  document: Document,
  isNamed: boolean,
): Record<string, unknown> | string {
  if (map === undefined) {
    return LEADS_NOWHERE;
  }
  // A user of whom the name alone is given; an anchor (&) of nothing is a text that lacks its quotes.
  if (isNamed && (map === null || (isScalar(map) && map.value === null && map.anchor === undefined))) {
    return {};
  }
  if (!isMap(map)) {
    return "a row has to be a map of columns such as { username: bob, email: bob@example.com }.";
  }
  try {
    const data: unknown = map.toJS(document);
    return isRecord(data) ? data : LEADS_NOWHERE;
  } catch {
    return LEADS_NOWHERE;
  }
}

const LEADS_NOWHERE =
  "an alias (*name) or a merge (<<) in this row leads to no map: look for its anchor (&name).";
