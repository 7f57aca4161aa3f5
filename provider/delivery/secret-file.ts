import { randomUUID } from "node:crypto";
import { accessSync, constants, statSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hintAtHome } from "../text/hint-at-home";

/** Why a file cannot be written, before anything depends on it. */
export function checkFile(path: string): string[] {
  const folder = dirname(path);
  try {
    accessSync(folder, constants.W_OK);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      ? [`deliverTo.file: "${path}" is a folder. Name a file.`]
      : [];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "no access";
    return [
      `deliverTo.file: nothing can be written to "${basename(path)}" in the folder "${folder}" (${code}). Make the folder, or name another file; a relative path starts at the program's folder.${hintAtHome(path)}`,
    ];
  }
}

/**
 * Puts a password into a file, and answers how to put back what was there: the password before it is the user's until the new one is
 * set.
 */
export async function replaceSecretFile(path: string, value: string): Promise<() => Promise<boolean>> {
  // As bytes: what was there need not be a text.
  const before = await readFile(path).catch(() => undefined);
  await writeSecretFile(path, value);
  return async () => {
    try {
      await (before === undefined ? rm(path, { force: true }) : writeWhole(path, before));
      return true;
    } catch {
      return false;
    }
  };
}

/** Writes a file that its owner alone can read, whole or not at all. What was there before is replaced, also when it is a link. */
export function writeSecretFile(path: string, value: string): Promise<void> {
  return writeWhole(path, `${value}\n`);
}

async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(draft, content, { mode: 0o600, flag: "wx" });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
