import { isRecord } from "../transport";
import type { Where } from "./origin";
import { quote } from "./quote";
import { checkRow, type Finding, type IsUnknown } from "./row-rules";

/** A finding, and which row it is about. */
export type RowFinding = Finding & { readonly index: number };

/**
 * What is wrong with rows of users, each of them and taken together, in the order of the rows: `<place>: <reason>`. What the passwords
 * are is not looked at, and no value but a username and an address is repeated.
 * @param where names the place of a row's column
 * @param isUnknown true for values that are not known yet; nothing is said about them
 */
export function checkRows(rows: readonly unknown[], where: Where, isUnknown?: IsUnknown): string[] {
  return findInRows(rows, where, isUnknown).map(
    ({ index, column, reason }) => `${where(index, column)}: ${reason}`,
  );
}

/** The same, for who has to know the row and the column. */
export function findInRows(
  rows: readonly unknown[],
  where: Where,
  isUnknown: IsUnknown = () => false,
): RowFinding[] {
  const firsts = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const findings = [...checkRow(row, isUnknown), ...findRepeated(row, index, firsts, where, isUnknown)];
    return findings.map((finding) => ({ ...finding, index }));
  });
}

/** PingOne's usernames are unique in whatever case. */
function findRepeated(
  row: unknown,
  index: number,
  firsts: Map<string, number>,
  where: Where,
  isUnknown: IsUnknown,
): Finding[] {
  if (!isRecord(row)) {
    return [];
  }
  const { username } = row;
  if (typeof username !== "string" || username === "" || isUnknown(username)) {
    return [];
  }
  const key = username.toLowerCase();
  const first = firsts.get(key);
  if (first === undefined) {
    firsts.set(key, index);
    return [];
  }
  const place = where(first, "username");
  return [
    {
      column: "username",
      reason: `username ${quote(username, row)}is there already, at ${place}; PingOne does not tell upper from lower case in usernames: keep one of the two.`,
    },
  ];
}
