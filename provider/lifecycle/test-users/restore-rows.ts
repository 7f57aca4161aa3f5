import { isRecord } from "../../transport";
import { UNKNOWN } from "../unknown";
import { ORIGIN, originOf, type RowOrigin, type TestUser } from "../../user-rows";

/** Makes rows again of the map by username, each with what the constructor sent along: its password and its place in a file. */
export function restoreRows(
  users: Readonly<Record<string, unknown>>,
  passwords: unknown,
  origins: unknown,
): TestUser[] {
  const values = isRecord(passwords) ? passwords : {};
  const places = parseOrigins(origins);
  return Object.entries(users).map(([username, row]) => {
    const origin = places.get(username);
    if (row === UNKNOWN) {
      // Not even its password is known.
      return { username, valueFrom: UNKNOWN } as unknown as TestUser;
    }
    // A row that is no object has a message of its own.
    return isRecord(row)
      ? {
          username,
          ...row,
          ...(hasValue(values, username) ? { value: values[username] as string } : {}),
          ...(origin === undefined ? {} : { [ORIGIN]: origin }),
        }
      : (row as TestUser);
  });
}

/** A password that turned out to be null is none, as a property of a row is. */
function hasValue(values: Readonly<Record<string, unknown>>, username: string): boolean {
  return Object.hasOwn(values, username) && values[username] !== null;
}

/** One text for all places: as properties they would cost the engine more than the rows do. */
export function writeOrigins(rows: readonly { readonly username: string }[]): string | undefined {
  const origins = rows.flatMap((row) => {
    const origin = originOf(row);
    return origin === undefined ? [] : [[row.username, origin]];
  });
  return origins.length === 0 ? undefined : JSON.stringify(origins);
}

function parseOrigins(origins: unknown): ReadonlyMap<string, RowOrigin> {
  return new Map(typeof origins === "string" ? (JSON.parse(origins) as [string, RowOrigin][]) : []);
}
