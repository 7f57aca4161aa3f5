import { isRecord } from "../transport";
import { quoted } from "../quoted";
import type { Position } from "./problem";

/** Key of a row's origin. A symbol is copied with the row (`{ ...row, enabled: false }`) and is no property of a user. */
export const ORIGIN: unique symbol = Symbol.for("pulumi-pingone-password:origin");

/** Where in a file a row stands. Lines and columns count from 1, as editors count. */
export type RowOrigin = {
  /** Path from the current directory, so that no machine's folders are in it. */
  readonly file: string;
  /** Line on which the row begins. */
  readonly line: number;
  /** By name of the row's column (`username`, `name.given`, ...): how many characters into its line it begins. */
  readonly columns: Readonly<Record<string, number>>;
  /** By name of the row's column: its line, where that is not the row's first. */
  readonly lines?: Readonly<Record<string, number>>;
};

/** Names the place of one of a row's columns, or of the row, for a message. */
export type Where = (index: number, column: string | undefined) => string;

/**
 * Where rows stand: in their file (`users.csv:12:7`), else in the program (`users["bob"].email`).
 * @param usernames of rows that are in another order than the program's, where their numbers would name others
 */
export function placesOf(rows: readonly unknown[], usernames?: readonly string[]): Where {
  return (index, column) => {
    const row = rows[index];
    const origin = originOf(row);
    return origin === undefined
      ? placeInProgram(usernames?.[index] ?? keyOf(row, index, column), column)
      : describePlace(origin, column);
  };
}

/** The origin of a row that was read from a file. */
export function originOf(row: unknown): RowOrigin | undefined {
  return isRecord(row) ? (row as { readonly [ORIGIN]?: RowOrigin })[ORIGIN] : undefined;
}

/** Line and column of one of a row's columns, or properties; of the row where it has no such column. */
export function positionOf({ line, lines, columns }: RowOrigin, column: string | undefined): Position {
  const name = column === undefined ? undefined : (COLUMN_OF.get(column) ?? column);
  // A row itself begins where its line does: near enough.
  return name !== undefined && Object.hasOwn(columns, name)
    ? { line: lines?.[name] ?? line, column: columns[name] ?? 1 }
    : { line, column: 1 };
}

/** Properties that are said in columns of another name. */
const COLUMN_OF: ReadonlyMap<string, string> = new Map([
  ["value", "password"],
  ["valueFrom", "passwordRef"],
  ["generate", "passwordRef"],
]);

/** The origin of a row whose columns begin at these places. */
export function originAt(
  file: string,
  line: number,
  places: Iterable<readonly [string, Position]>,
): RowOrigin {
  const columns: Record<string, number> = {};
  const lines: Record<string, number> = {};
  let isOnOneLine = true;
  for (const [name, place] of places) {
    columns[name] = place.column;
    if (place.line !== line) {
      lines[name] = place.line;
      isOnOneLine = false;
    }
  }
  return isOnOneLine ? { file, line, columns } : { file, line, columns, lines };
}

/** A place as compilers write it, which terminals and editors turn into a link. */
export function describePlace(origin: RowOrigin, column: string | undefined): string {
  const { line, column: at } = positionOf(origin, column);
  return `${origin.file}:${line}:${at}`;
}

function placeInProgram(key: string | number, column: string | undefined): string {
  const shown = typeof key === "string" ? quoted(key) : key;
  return `users[${shown}]${column === undefined ? "" : `.${column}`}`;
}

function keyOf(row: unknown, index: number, column: string | undefined): string | number {
  const username = isRecord(row) ? row["username"] : undefined;
  // Two rows of one username are told apart by their number alone.
  return typeof username === "string" && column !== "username" ? username : index;
}
