import { isRecord } from "../transport";
import type { Position } from "./problem";
import { describeNoColumn, isColumn, PASSWORD_REFUSED } from "./columns";
import type { RawRow } from "./raw-row";
import { describeNothing } from "./yaml-nothing";
import type { YamlReading } from "./yaml-reading";

/** The columns of a row that have a value; a name that is no column's is a problem. */
export function readCells(
  data: Readonly<Record<string, unknown>>,
  placeOf: (name: string) => Position,
  { options, problems }: YamlReading,
): RawRow["cells"] {
  const entries = flatten(data).filter(([name, value]) => {
    if (options.ignoreColumns.includes(name)) {
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
  return Object.fromEntries(entries);
}

/** `name: { given: "Bob" }` is the column `name.given`. */
function flatten(data: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(data).flatMap(([key, value]): [string, unknown][] =>
    key === "name" && isRecord(value)
      ? Object.entries(value).map(([part, text]) => [`name.${part}`, text])
      : [[key, value]],
  );
}

function describeWrong(name: string, value: unknown, allowPlaintext: boolean): string | undefined {
  if (name === "name") {
    return value === null
      ? undefined
      : (describeNothing(name, value) ?? "name has to be a map such as { given: Bob, family: Builder }.");
  }
  if (!isColumn(name)) {
    return describeNoColumn(name);
  }
  return name === "password" && !allowPlaintext ? PASSWORD_REFUSED : describeNothing(name, value);
}
