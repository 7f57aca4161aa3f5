import { nearest } from "../text/nearest";

/** Columns of a file of users, named as PingOne's import tool and its API name them. */
export const COLUMNS = [
  "username",
  "email",
  "name.given",
  "name.family",
  "population",
  "forceChange",
  "enabled",
  "passwordRef",
  "password",
] as const;

/** Name of a column. */
export type Column = (typeof COLUMNS)[number];

/** True for a name that is, letter by letter, a column's. */
export function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

/** What is wrong with a name that is no column's. */
export function describeNoColumn(name: string): string {
  const what = looksLikeName(name) ? `there is no column "${name}"` : "this is no column";
  const meant = columnMeant(name);
  if (meant !== undefined && plain(meant) === plain(name)) {
    return `${what}: write ${meant}, in this spelling.`;
  }
  const shown = looksLikeName(name) ? JSON.stringify(name) : "...";
  return `${what}: ${meant === undefined ? "" : `did you mean ${meant}? `}${meant === undefined ? "the" : "The"} columns are ${OFFERED.join(", ")}. To pass over it: readUsers(path, { ignoreColumns: [${shown}] }).`;
}

/** The column that a name in another spelling, or one that others have for it, most likely stands for. */
export function columnMeant(name: string): string | undefined {
  return (
    COLUMNS.find((column) => plain(column) === plain(name)) ??
    NAMES_ELSEWHERE.get(plain(name)) ??
    nearest(name, OFFERED)
  );
}

/** What is wrong with a column or key that is there twice. */
export function describeRepeated(name: string): string {
  return `${looksLikeName(name) ? `"${name}"` : "this"} is given twice: keep one of them.`;
}

/** Where a line break or a colon is missing, a password stands in a name's place, and must not be repeated. */
function looksLikeName(name: string): boolean {
  return /^[A-Za-z][A-Za-z._-]{0,39}$/.test(name);
}

/** Passwords in a file are found by everybody who finds the file. */
export const PASSWORD_REFUSED =
  "a column password holds passwords in clear text: name their places in a column passwordRef (env:BOB_PASSWORD, file:bob.txt or generate), or accept them with readUsers(path, { allowPlaintext: true }).";

/** Those that are offered: a file need not hold passwords. */
const OFFERED = COLUMNS.filter((column) => column !== "password");

/** What other tools and directories call a column, in lower case and without signs. */
const NAMES_ELSEWHERE: ReadonlyMap<string, Column> = new Map([
  ["login", "username"],
  ["loginname", "username"],
  ["userprincipalname", "username"],
  ["mail", "email"],
  ["emailaddress", "email"],
  ["firstname", "name.given"],
  ["givenname", "name.given"],
  ["namefirst", "name.given"],
  ["lastname", "name.family"],
  ["familyname", "name.family"],
  ["namelast", "name.family"],
  ["surname", "name.family"],
  ["populationid", "population"],
  ["populationname", "population"],
  ["active", "enabled"],
  ["isenabled", "enabled"],
  ["accountenabled", "enabled"],
  ["forcepasswordchange", "forceChange"],
  ["mustchangepassword", "forceChange"],
  ["passwordforcechange", "forceChange"],
]);

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}
