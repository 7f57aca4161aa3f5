import { isRecord } from "../transport";

/** As in files and with other providers, null is the same as left out. */
export function withoutNulls<T extends object>(props: T): T {
  const kept = { ...props };
  for (const [key, value] of Object.entries(props)) {
    if (value === null) {
      Reflect.deleteProperty(kept, key);
    }
  }
  return kept;
}

/** The same for a row, and for its name. */
export function rowWithoutNulls<T>(row: T): T {
  if (!isRecord(row) || !Object.values(row).some(isNullOrHasNull)) {
    return row;
  }
  const parts = Object.entries(row).filter(([, value]) => isPlain(value)) as [string, object][];
  return withoutNulls({
    ...row,
    ...Object.fromEntries(parts.map(([key, part]) => [key, withoutNulls(part)])),
  });
}

/** The same for rows by username: what is not known when the program runs may turn out to be null. */
export function rowsWithoutNulls(users: unknown): unknown {
  return isRecord(users)
    ? Object.fromEntries(Object.entries(users).map(([username, row]) => [username, rowWithoutNulls(row)]))
    : users;
}

function isNullOrHasNull(value: unknown): boolean {
  return value === null || (isPlain(value) && Object.values(value).includes(null));
}

/** An output of Pulumi's is an object too, with fields of its own. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;
}
