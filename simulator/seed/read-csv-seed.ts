import { DEFAULT_POPULATION } from "./defaults";
import { UUID } from "./check-seed";
import type { SeedPopulation, SeedUser } from "./seed";
import { explainIn } from "./seed-file";
import type { SeedFile } from "./seed-file";

/** The columns, those of the provider's files of users; only `username` is needed. */
export const CSV_COLUMNS = [
  "username",
  "email",
  "name.given",
  "name.family",
  "population",
  "enabled",
  "forceChange",
  "passwordRef",
  "password",
] as const;

type Column = (typeof CSV_COLUMNS)[number];

/** One row: the texts of its cells, those that are empty left out, and the line it begins on. */
type Row = { readonly cells: Readonly<Partial<Record<Column, string>>>; readonly line: number };

/**
 * Reads a seed of users: a header, then one user a row. Populations that rows name are added.
 * @throws Error that names the file, the line and the column, and repeats no cell
 */
export async function readCsvSeed(path: string, text: string): Promise<SeedFile> {
  const rows = readRows(path, await parseRecords(path, text));
  const users = rows.map((row) => readUser(path, row));
  const lineOf = (where: string) => rows[Number(/^users\[(\d+)\]/.exec(where)?.[1] ?? Number.NaN)]?.line;
  return {
    seed: { users, populations: listPopulations(rows) },
    notes: listNotes(path, rows),
    explain: explainIn(path, (where) => Promise.resolve(lineOf(where))),
  };
}

function readRows(path: string, all: readonly CsvRecord[]): Row[] {
  const records = all.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  const [header, ...body] = records;
  if (header?.record.includes("username") !== true) {
    // The names found are not repeated: without a header they are the first user's data.
    throw refusal(
      path,
      header?.line ?? 1,
      "the header has no column username: begin with one such as username,email,population,password",
    );
  }
  const columns = header.record.map((name) => readColumn(path, header.line, name));
  if (new Set(columns).size < columns.length) {
    throw refusal(path, header.line, "a column is given twice: keep one of the two");
  }
  return body.map(({ record, line }) => {
    if (record.length !== columns.length) {
      throw refusal(
        path,
        line,
        `the row has another number of cells (${record.length}) than the header (${columns.length}): look for a comma too many or too few; a text with a comma in it stands in quotation marks`,
      );
    }
    const given = columns.flatMap((column, index) => (record[index] === "" ? [] : [[column, record[index]]]));
    return { cells: Object.fromEntries(given) as Row["cells"], line };
  });
}

type CsvRecord = { readonly record: readonly string[]; readonly line: number };

/** The parser is loaded when a file needs it: most starts have none. */
async function parseRecords(path: string, text: string): Promise<CsvRecord[]> {
  const { CsvError, parse } = await import("csv-parse/sync");
  const records: CsvRecord[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        records.push({ record, line: lines - countBreaks(record) });
        lastLine = lines;
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser's own message repeats the text of the cell.
    throw refusal(
      path,
      lastLine + 1,
      `this is no valid CSV (${error.code}): look for a quotation mark that is not closed, from here on; one that belongs to the text is written ""`,
    );
  }
}

/** Lines are counted where a record ends; its texts may have some, too. */
function countBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function readColumn(path: string, line: number, name: string): Column {
  const column = CSV_COLUMNS.find((known) => known === name);
  if (column !== undefined) return column;
  // Anything else than a plain name may be a password.
  const shown = /^[A-Za-z.]{1,40}$/.test(name) ? `there is no column "${name}"` : "this is no column";
  throw refusal(path, line, `${shown}: the columns are ${CSV_COLUMNS.join(", ")}`);
}

function readUser(path: string, row: Row): SeedUser {
  const { username, email, population, password, "name.given": given, "name.family": family } = row.cells;
  if (username === undefined)
    throw refusal(path, row.line, "username is missing: give what the user signs on with");
  const name = { ...(given === undefined ? {} : { given }), ...(family === undefined ? {} : { family }) };
  const enabled = readBoolean(path, row, "enabled");
  const forceChange = readBoolean(path, row, "forceChange");
  return {
    username,
    ...(email === undefined ? {} : { email }),
    ...(Object.keys(name).length === 0 ? {} : { name }),
    ...(population === undefined ? {} : { population }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(password === undefined ? {} : { password }),
    // Without a password there is none to change.
    ...(forceChange === undefined || password === undefined ? {} : { forceChange }),
  };
}

function readBoolean(
  path: string,
  { cells, line }: Row,
  column: "enabled" | "forceChange",
): boolean | undefined {
  const text = cells[column]?.toLowerCase();
  if (text === undefined) return undefined;
  if (text === "true" || text === "false") return text === "true";
  throw refusal(path, line, `${column} must be true or false: write one of them, or leave the cell empty`);
}

/** Rows name populations by name or id, as the provider's do. */
function listPopulations(rows: readonly Row[]): SeedPopulation[] {
  const named = new Set(rows.flatMap(({ cells }) => cells.population ?? []));
  named.delete(DEFAULT_POPULATION);
  return [...named].map((name) => (UUID.test(name) ? { id: name, name } : { name }));
}

function listNotes(path: string, rows: readonly Row[]): string[] {
  const references = rows.filter(({ cells }) => cells.passwordRef !== undefined).length;
  return references === 0
    ? []
    : [
        `${path}: passwordRef is ignored (${references} ${references === 1 ? "row" : "rows"}); ` +
          "rows without a password have none here.",
      ];
}

function refusal(path: string, line: number, reason: string): Error {
  return new Error(`Wrong seed: ${path}, line ${line}: ${reason}.`);
}
