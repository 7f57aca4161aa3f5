import { isRecord } from "../transport";
import type { Position } from "./problem";
import { describeNoColumn, isColumn, PASSWORD_REFUSED } from "./columns";
import type { RawRow } from "./raw-row";
import { ALONE, describeNothing, isNothing, NOTHING_UNKNOWN } from "./yaml-nothing";
import type { YamlReading } from "./yaml-reading";

/** The columns of a row that have a value; a name that is no column's is a problem. */
export function readCells(
  data: Readonly<Record<string, unknown>>,
  placeOf: (name: string) => Position,
  { options, problems }: YamlReading,
): RawRow["cells"] {
  const isIgnored = (name: string) => options.ignoreColumns.includes(name);
  const entries = flatten(data).filter(([name, value, key]) => {
    // What may be the rest of a password is not passed over: the password would be cut off.
    if ((isIgnored(name) || isIgnored(key)) && value !== ALONE) {
      return false;
    }
    const reason = describeWrong(name, value, options.allowPlaintext);
    // Once is enough for a column that all rows have.
    if (
      reason !== undefined &&
      (reason !== PASSWORD_REFUSED || !problems.some((one) => one.reason === reason))
    ) {
      problems.push({ ...placeOf(name), reason });
    }
    // A password that may not stand here is kept all the same: rows with one are not quoted.
    return isColumn(name) && value !== null && value !== undefined && typeof value !== "symbol";
  });
  return Object.fromEntries(entries.map(([name, value]) => [name, value]));
}

type Entry = readonly [name: string, value: unknown, key: string];

/** `name: { given: "Bob" }` is the column `name.given`, of the key `name`. */
function flatten(data: Readonly<Record<string, unknown>>): Entry[] {
  return Object.entries(data).flatMap(([key, value]): Entry[] =>
    key === "name" && isRecord(value)
      ? Object.entries(value).map(([part, text]) => [`name.${part}`, text, key])
      : [[key, value, key]],
  );
}

function describeWrong(name: string, value: unknown, allowPlaintext: boolean): string | undefined {
  if (name === "name") {
    return value === null
      ? undefined
      : (describeNothing(name, value) ?? "name has to be a map such as { given: Bob, family: Builder }.");
  }
  if (!isColumn(name)) {
    return isNothing(value) ? NOTHING_UNKNOWN : describeNoColumn(name);
  }
  return name === "password" && !allowPlaintext ? PASSWORD_REFUSED : describeNothing(name, value);
}
