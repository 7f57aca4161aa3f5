import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Replaces a file by a whole new one, which only this account may read: whoever reads, or pulls the plug, has the old text or the new.
 * @param isStillOurs asked before the old one goes
 * @returns false when it was not replaced, because it is not ours any more
 */
export async function writeAtomically(
  path: string,
  text: string,
  isStillOurs: () => Promise<boolean>,
): Promise<boolean> {
  const temporary = `${path}.tmp`;
  // One that was left behind by a crash, or a link somebody laid out, is never written through.
  await rm(temporary, { force: true });
  let isReplaced = false;
  try {
    await writeNew(temporary, text);
    if (await isStillOurs()) {
      await rename(temporary, path);
      isReplaced = true;
    }
  } finally {
    if (!isReplaced) await rm(temporary, { force: true });
  }
  if (isReplaced) await syncFolder(dirname(path));
  return isReplaced;
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name is on the disk once its folder is; some systems cannot open one. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  try {
    await handle?.sync();
  } catch {
    // Such a system keeps the order by itself.
  } finally {
    await handle?.close();
  }
}
