import { dirname, extname, resolve } from "node:path";
import { PingOneConfigError, UserRowsError } from "../errors";
import { endRunOnError } from "../errors/end-run";
import { quoted } from "../quoted";
import { findMisspelt } from "../text/find-misspelt";
import { hintAtHome } from "../text/hint-at-home";
import { findInRows } from "./check-rows";
import { readCsvRows } from "./csv-rows";
import { fromHere } from "./from-here";
import { originOf, placesOf, positionOf } from "./origin";
import { listProblems, type Problem } from "./problem";
import type { RawRows, ReadOptions } from "./raw-row";
import { readText } from "./read-text";
import type { TestUser } from "./test-user";
import { toTestUser, type UserDraft } from "./to-test-user";
import { readYamlRows } from "./yaml-rows";

/** Options of {@link readUsers}. */
export type ReadUsersOptions = {
  /**
   * Accept a column `password` with passwords in clear text, for passwords that are no secret.
   * @default false
   */
  readonly allowPlaintext?: boolean | undefined;
  /** Take a file without users for what it says, which deletes all that a TestUsers has created. @default false */
  readonly allowEmpty?: boolean | undefined;
  /** Columns of the file to pass over, by their names there, such as those that another tool reads. @default none */
  readonly ignoreColumns?: readonly string[] | undefined;
};

/**
 * Reads users from a file: CSV (the fastest for thousands), JSON or YAML by its extension, in UTF-8. Asks PingOne nothing.
 *
 * Columns, in any order: `username`, `email`, `name.given`, `name.family`, `population` (id or name), `forceChange`, `enabled` (true or
 * false) and `passwordRef`, which says where the password is: `env:BOB_PASSWORD` or BOB_PASSWORD alone, `file:bob.txt` (a relative
 * path starts at the fixture's folder), or `generate`. An empty cell counts as not given. JSON and YAML hold a list of rows, or a map of
 * them by username; there `name` may be `{ given, family }`, `null` counts as not given, and a key with nothing in it is refused.
 *
 * @param path a relative one starts at the directory the program runs in
 * @throws {UserRowsError} with all that is wrong with the file, by line and column
 * @throws {PingOneConfigError} for an option that cannot be used
 *
 * @example
 * const users = readUsers("users.csv");
 */
export function readUsers(path: string, options: ReadUsersOptions = {}): TestUser[] {
  return endRunOnError("readUsers", () => readFile(path, (options as ReadUsersOptions | null) ?? {}));
}

function readFile(path: string, options: ReadUsersOptions): TestUser[] {
  // A program in JavaScript gives anything.
  if (typeof path !== "string") {
    throw new UserRowsError('the path is missing: give that of the file, as in readUsers("users.csv").', []);
  }
  checkOptions(options);
  const full = resolve(path);
  const file = fromHere(full);
  const content = readText(full);
  if ("reason" in content) {
    throw refusal(file, [`${file}: the file ${content.reason}${hintAtHome(path)}`]);
  }
  const read = READERS[extname(path).toLowerCase()];
  if (read === undefined) {
    throw refusal(file, [
      `${file}: what the file holds is told by its extension: name it .csv, .json, .yaml or .yml.`,
    ]);
  }
  const ignoreColumns = options.ignoreColumns ?? [];
  const { rows, problems } = read(content.text, {
    file,
    allowPlaintext: options.allowPlaintext === true,
    ignoreColumns,
  });
  const found = [...problems];
  const users = rows.map((row) => toTestUser(row, dirname(full), found));
  const all = [...found, ...findInUsers(users, ignoreColumns)];
  if (all.length > 0) {
    all.sort((one, other) => one.line - other.line || one.column - other.column);
    throw refusal(
      file,
      all.map(({ line, column, reason }) => `${file}:${line}:${column}: ${reason}`),
    );
  }
  if (users.length === 0 && options.allowEmpty !== true) {
    // A file that was cut off would have all users deleted.
    throw refusal(file, [
      `${file}: there is no user in it: with none declared all are deleted. Give users, or readUsers(path, { allowEmpty: true }).`,
    ]);
  }
  // Nothing was found against any of them.
  return users as unknown as TestUser[];
}

const OPTIONS = ["allowPlaintext", "allowEmpty", "ignoreColumns"];

/** A misspelt option would be one that is not given. */
function checkOptions(options: ReadUsersOptions): void {
  const misspelt = findMisspelt(options, OPTIONS);
  if (misspelt !== undefined) {
    throw new PingOneConfigError(
      `there is no option ${quoted(misspelt.name)}: did you mean ${misspelt.meant}? It takes ${OPTIONS.join(", ")}.`,
    );
  }
  const ignoreColumns = options.ignoreColumns ?? [];
  if (!Array.isArray(ignoreColumns) || ignoreColumns.includes("username")) {
    throw new PingOneConfigError(
      'ignoreColumns has to be a list of columns such as ["name.middle"], without username, which every row needs.',
    );
  }
}

const READERS: Readonly<Record<string, (text: string, options: ReadOptions) => RawRows>> = {
  ".csv": readCsvRows,
  ".json": readYamlRows,
  ".yaml": readYamlRows,
  ".yml": readYamlRows,
};

function findInUsers(users: readonly UserDraft[], ignored: readonly string[]): Problem[] {
  // Passwords may stand in a column that is passed over: as with a password of their own, nothing of such rows is repeated.
  const rows = ignored.length === 0 ? users : users.map((user) => ({ ...user, ...HIDING }));
  return findInRows(rows, placesOf(rows)).map(({ index, column, reason }) => {
    const origin = originOf(users[index]);
    return { ...(origin === undefined ? { line: 1, column: 1 } : positionOf(origin, column)), reason };
  });
}

const HIDING = { value: "", valueFrom: undefined, generate: undefined };

function refusal(file: string, problems: readonly string[]): UserRowsError {
  const heading = problems.length === 1 ? "" : `${file} has ${problems.length} problems:\n`;
  return new UserRowsError(`${heading}${listProblems(problems)}`, problems);
}
