import { createHash } from "node:crypto";
import { appendFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLivingUsers, type LivingUsers } from "../lifecycle";
import type { EngineAddress } from "./engine-address";

/**
 * The living users of all provider processes of one run of the engine. Each explicit provider has a process of its own, and a
 * resource that moves to another one is created there and deleted here. What they share is the engine's address and this
 * account, so each writes a small file of hashes that the others read while it lives.
 */
export function createRunUsers(
  engine: EngineAddress | undefined,
  folder = join(tmpdir(), `pulumi-pingone-password-${process.getuid?.() ?? "user"}`),
  pid = process.pid,
): LivingUsers {
  const own = createLivingUsers();
  if (engine === undefined) {
    return own;
  }
  const prefix = `${engine.port}-`;
  const share = createSharedFile(folder, `${prefix}${pid}`);
  return {
    declare(user, resource) {
      const other = own.declare(user, resource);
      if (other === undefined) {
        share(hash(user));
      }
      return other;
    },
    has: (user) => own.has(user) || othersHave(folder, prefix, pid, hash(user)),
  };
}

/** Appends lines to a file that goes when this process ends. Where nothing can be written, this process's own users are all there is. */
function createSharedFile(folder: string, name: string): (line: string) => void {
  const file = join(folder, name);
  let isOpen = false;
  return (line) => {
    try {
      if (!isOpen) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // A folder that somebody else has put there could lead anywhere; a process of the same id may have left a file behind.
        if (!isOurs(folder)) {
          return;
        }
        rmSync(file, { force: true });
        process.once("exit", () => {
          rmSync(file, { force: true });
        });
        isOpen = true;
      }
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      return;
    }
  };
}

function isOurs(folder: string): boolean {
  const stats = lstatSync(folder);
  return stats.isDirectory() && stats.uid === (process.getuid?.() ?? stats.uid);
}

function othersHave(folder: string, prefix: string, pid: number, user: string): boolean {
  return filesIn(folder)
    .filter((name) => name.startsWith(prefix) && name !== `${prefix}${pid}`)
    .filter((name) => isAlive(Number(name.slice(prefix.length))))
    .some((name) => linesOf(join(folder, name)).includes(user));
}

function filesIn(folder: string): string[] {
  try {
    return isOurs(folder) ? readdirSync(folder) : [];
  } catch {
    return [];
  }
}

/** The file of a process that ends at this moment is gone, and its users with it. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** A process that has ended was of another run: the engine keeps its providers until it ends itself. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whoever reads the folder learns nothing of the users. */
function hash(user: string): string {
  return createHash("sha256").update(user).digest("base64url");
}
