import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

const PREFIX = `.setup-${hostname()}-`;

/**
 * Fills a temporary folder beside `target` and renames what `fill` returns into place, so that `target` is there
 * completely or not at all. When two processes do so at once, the first one's folder stays.
 * @param {string} target
 * @param {(temporary: string) => Promise<string>} fill returns the finished folder: the temporary one or one inside it
 * @param {() => Promise<boolean>} isUsable whether `target` can serve as it is
 */
export async function placeFolder(target, fill, isUsable) {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const temporary = join(parent, `${PREFIX}${process.pid}-${randomUUID()}`);
  try {
    await mkdir(temporary);
    const finished = await fill(temporary);
    if (await isUsable()) return;
    await rm(target, { recursive: true, force: true });
    await rename(finished, target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * Removes what killed runs on this machine left behind.
 * @param {string} parent
 */
async function removeAbandoned(parent) {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX) || isRunning(Number.parseInt(name.slice(PREFIX.length), 10))) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
