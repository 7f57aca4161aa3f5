import { isRecord } from "../transport";

/** A row without what is null, of its name as well: the same as left out, as in a file. */
export function withoutNulls<T>(row: T): T {
  if (!isRecord(row) || !Object.values(row).some(isNullOrHasNull)) {
    return row;
  }
  const kept: Record<string, unknown> = { ...row };
  for (const [key, value] of Object.entries(row)) {
    if (value === null) {
      Reflect.deleteProperty(kept, key);
    } else if (isPlain(value)) {
      kept[key] = Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
    }
  }
  return kept as T;
}

/** The same for rows by username: what is not known when the program runs may turn out to be null. */
export function rowsWithoutNulls(users: unknown): unknown {
  return isRecord(users)
    ? Object.fromEntries(Object.entries(users).map(([username, row]) => [username, withoutNulls(row)]))
    : users;
}

function isNullOrHasNull(value: unknown): boolean {
  return value === null || (isPlain(value) && Object.values(value).includes(null));
}

/** An output of Pulumi's is an object too, with fields of its own. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;
}
