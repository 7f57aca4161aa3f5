import { readFile } from "node:fs/promises";
import { checkSeed } from "./check-seed";
import type { Seed } from "./seed";

/** Reads a seed from a JSON file. @throws Error that names the file, SeedError that names the entry */
export async function readSeedFile(path: string): Promise<Seed> {
  const seed = parseSeed(path, await readText(path));
  checkSeed(seed);
  return seed;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new Error(`The seed file ${path} ${isMissing ? "does not exist" : "cannot be read"}.`, {
      cause: error,
    });
  }
}

function parseSeed(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the text, which may hold passwords.
    throw new Error(`The seed file ${path} is not valid JSON.`);
  }
}
