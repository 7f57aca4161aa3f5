import { isDeepStrictEqual } from "node:util";
import { CsvError, parse } from "csv-parse/sync";
import { cellStarts } from "./cell-starts";
import {
  type Column,
  columnMeant,
  describeNoColumn,
  describeRepeated,
  isColumn,
  PASSWORD_REFUSED,
} from "./columns";
import { originAt } from "./origin";
import type { Position, Problem } from "./problem";
import type { RawRow, RawRows, ReadOptions } from "./raw-row";

/** Reads a CSV text. Its first line is the header; lines without a text in any cell are passed over. */
export function readCsvRows(text: string, options: ReadOptions): RawRows {
  const starts = cellStarts(text);
  const parsed = parseRecords(text, starts);
  if (!Array.isArray(parsed)) {
    return { rows: [], problems: [parsed] };
  }
  const records = parsed
    .map((cells, index) => ({ cells, starts: starts[index] ?? [] }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [header, ...body] = records;
  if (header?.cells.includes("username") !== true) {
    return { rows: [], problems: [noHeader(header)] };
  }
  const problems = headerProblems(header, options);
  const rows = body.flatMap((record) => readRecord(header.cells, record, options, problems));
  return { rows, problems };
}

type CsvRecord = { readonly cells: readonly string[]; readonly starts: readonly Position[] };

function parseRecords(text: string, starts: readonly Position[][]): string[][] | Problem {
  try {
    return parse(text, {
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    const { records, index } = error as CsvError & { readonly records: number; readonly index: number };
    const { line, column } = starts[records]?.[index] ?? { line: 1, column: 1 };
    // The parser's own message repeats the text of the cell.
    return { line, column, reason: SYNTAX[error.code] ?? `this is no valid CSV (${error.code}).` };
  }
}

const SYNTAX: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'a quotation mark is opened here and never closed: close it, and write "" for one that belongs to the text.',
  CSV_INVALID_CLOSING_QUOTE:
    'the text goes on after its closing quotation mark: write "" for one that belongs to the text.',
  INVALID_OPENING_QUOTE:
    'a quotation mark stands within this text: put the whole text into quotation marks, and write "" for each in it.',
};

/** The names found are not repeated: without a header they are the first user's data. */
function noHeader(header: CsvRecord | undefined): Problem {
  const { line, column } = header?.starts[0] ?? { line: 1, column: 1 };
  if (/^sep=.?$/i.test(header?.cells.join(",") ?? "")) {
    return {
      line,
      column,
      reason: "this line (sep=) is for a spreadsheet alone: take it out, and separate the cells with commas.",
    };
  }
  const meant = header?.cells.findIndex((cell) => columnMeant(cell) === "username") ?? -1;
  if (meant !== -1) {
    return {
      ...(header?.starts[meant] ?? { line, column }),
      reason: "the header has no column username: did you mean username here? Write it in this spelling.",
    };
  }
  const isSeparatedOtherwise = header?.cells.length === 1 && /[;\t|]/.test(header.cells[0] ?? "");
  const fix = isSeparatedOtherwise
    ? "separate the cells with commas, and begin with a header"
    : "begin with a header";
  return {
    line,
    column,
    reason: `the header has no column username: ${fix} such as username,email,name.given,name.family,passwordRef (lower and upper case as here).`,
  };
}

function headerProblems({ cells, starts }: CsvRecord, options: ReadOptions): Problem[] {
  return cells.flatMap((name, index) => {
    if (options.ignoreColumns.includes(name)) {
      return [];
    }
    const reason = !isColumn(name)
      ? describeNoColumn(name)
      : cells.indexOf(name) !== index
        ? describeRepeated(name)
        : name === "password" && !options.allowPlaintext
          ? PASSWORD_REFUSED
          : undefined;
    const { line, column } = starts[index] ?? { line: 1, column: 1 };
    return reason === undefined ? [] : [{ line, column, reason }];
  });
}

/** A row that has another number of cells says nothing certain: which cell is missing is not known. */
function readRecord(
  header: readonly string[],
  { cells, starts }: CsvRecord,
  { file, ignoreColumns }: ReadOptions,
  problems: Problem[],
): RawRow[] {
  const line = starts[0]?.line ?? 1;
  if (header.length > 1 && isDeepStrictEqual(cells, header)) {
    problems.push({ line, column: 1, reason: "this line repeats the header: take it out." });
    return [];
  }
  if (cells.length !== header.length) {
    const reason = `the row has ${count(cells.length)}, the header ${count(header.length)}: look for a comma too many or too few; a text with a comma in it has to stand in quotation marks.`;
    problems.push({ line, column: 1, reason });
    return [];
  }
  const places: [string, Position][] = [];
  const values: Partial<Record<Column, unknown>> = {};
  header.forEach((name, index) => {
    const start = starts[index];
    const text = cells[index] ?? "";
    if (!isColumn(name) || ignoreColumns.includes(name) || start === undefined) {
      return;
    }
    places.push([name, start]);
    const value = name === "enabled" || name === "forceChange" ? readBoolean(text) : text;
    if (value === undefined && text !== "") {
      problems.push({ ...start, reason: `${name} ${NO_BOOLEAN}` });
    }
    if (value !== undefined && value !== "") {
      values[name] = value;
    }
  });
  return [{ origin: originAt(file, line, places), cells: values }];
}

const NO_BOOLEAN =
  "has to be true or false (in whatever case; yes, no, 1 and 0 are neither): write one of them, or leave the cell empty.";

function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}

function count(cells: number): string {
  return `${cells} ${cells === 1 ? "cell" : "cells"}`;
}
