import { extname } from "node:path";
import { parseDataFile } from "../files/parse-data-file";
import { readTextFile } from "../files/read-text-file";
import { checkSeed } from "./check-seed";
import { readCsvSeed } from "./read-csv-seed";
import { describeOdd } from "./secret-text";
import { SeedError } from "./seed-error";
import { explainIn } from "./seed-file";
import type { SeedFile } from "./seed-file";

/**
 * Reads a seed by the extension of its file: CSV with one user a row, YAML, else JSON.
 * @throws Error that names the file, the line, the entry and the field
 */
export async function readSeedFile(path: string): Promise<SeedFile> {
  const text = await readTextFile({ kind: "seed", path });
  const file = await (extname(path).toLowerCase() === ".csv"
    ? readCsvSeed(path, text)
    : readDataSeed(path, text));
  return { ...file, notes: [...file.notes, ...listOddPasswords(path, file)] };
}

async function readDataSeed(path: string, text: string): Promise<SeedFile> {
  const { value, lineOf } = await parseDataFile({ kind: "seed", path }, text);
  const explain = explainIn(path, lineOf);
  try {
    checkSeed(value);
    return { seed: value, notes: [], explain };
  } catch (error) {
    throw error instanceof SeedError ? await explain(error) : error;
  }
}

function listOddPasswords(path: string, { seed }: SeedFile): string[] {
  return (seed.users ?? []).flatMap(({ password = "" }, index) =>
    describeOdd(password).map((odd) => `${path}: users[${index}].password ${odd}.`),
  );
}
