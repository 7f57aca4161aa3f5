import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
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
  folder = join(tmpdir(), `pulumi-pingone-password-${userInfo().username}`),
  pid = process.pid,
): LivingUsers {
  const own = createLivingUsers();
  if (engine === undefined) {
    return own;
  }
  const prefix = `${engine.port}-`;
  const file = join(folder, `${prefix}${pid}`);
  const remove = () => {
    rmSync(file, { force: true });
  };
  // A process of the same id may have left one behind.
  remove();
  process.once("exit", remove);
  return {
    declare(user, resource) {
      const other = own.declare(user, resource);
      if (other === undefined) {
        share(folder, file, hash(user));
      }
      return other;
    },
    has: (user) => own.has(user) || othersHave(folder, prefix, pid, hash(user)),
  };
}

function othersHave(folder: string, prefix: string, pid: number, user: string): boolean {
  return filesIn(folder)
    .filter((name) => name.startsWith(prefix) && name !== `${prefix}${pid}`)
    .filter((name) => isAlive(Number(name.slice(prefix.length))))
    .some((name) => readFileSync(join(folder, name), "utf8").split("\n").includes(user));
}

/** Where nothing can be written, this process's own users are all there is. */
function share(folder: string, file: string, user: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    appendFileSync(file, `${user}\n`, { mode: 0o600 });
  } catch {
    return;
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
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
