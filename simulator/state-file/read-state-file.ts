import { readFile } from "node:fs/promises";
import { checkSnapshot } from "../snapshot/check-snapshot";
import type { Snapshot } from "../snapshot/snapshot";
import { SnapshotError } from "../snapshot/snapshot-error";
import { StateFileError } from "./state-file-error";

/** What to do about a file that is there and cannot be used. */
const WAYS_OUT =
  "It is left as it is: move it away to start from the seed, or name another file with --state.";

/** Reads what was kept. @returns undefined when there is no such file yet @throws StateFileError for a broken or foreign one */
export async function readStateFile(path: string): Promise<Snapshot | undefined> {
  const text = await readText(path);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which holds secrets.
    throw new StateFileError(
      `The state file ${path} is not valid JSON: it is broken or something else. ${WAYS_OUT}`,
    );
  }
  return usingFile(path, () => {
    checkSnapshot(value);
    return value;
  });
}

/** Runs what uses a snapshot of a file, and says of its refusal which file it was. */
export function usingFile<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new StateFileError(`The state file ${path} cannot be used. ${error.message} ${WAYS_OUT}`);
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    if (code === "ENOENT") return undefined;
    const reason =
      code === "EISDIR" ? "is a directory: name a file in it" : `cannot be read (${code}): check its rights`;
    throw new StateFileError(`The state file ${path} ${reason}, or name another one with --state.`, {
      cause: error,
    });
  }
}
