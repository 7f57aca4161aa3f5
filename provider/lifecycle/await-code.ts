import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PingOneError } from "../errors";
import { type Decoded, decodeUtf8 } from "../text/decode-utf8";
import { isRecoveryCode } from "./recovery-code";

/** How long a code is waited for: as long as PingOne takes it. */
const PATIENCE = { lifetime: 5 * 60_000, pause: 250 };

/** Why no code could ever arrive in a file; undefined where one could. */
export function obstacleTo(file: string): string | undefined {
  if (file === "" || file.includes("\0")) {
    return "has to be the path of a file";
  }
  if (statOf(file)?.isDirectory() === true) {
    return "is a folder: name the file that the code is written to";
  }
  return statOf(dirname(file))?.isDirectory() === true
    ? undefined
    : "is in a folder that does not exist: make it, or name another file (a relative path starts at the program's folder)";
}

/**
 * Waits for a recovery code to be written to a file. What stands in the file when this is called is an older code and does not count.
 * @param patience milliseconds to wait in all, and between two looks
 */
export function awaitCode(file: string, patience: { lifetime: number; pause: number } = PATIENCE) {
  const old = stampOf(file);
  return {
    /**
     * @param tell hears, once, that what was written is no text: it can still be written again
     * @throws {PingOneError} when none came in time
     */
    async code(tell: (message: string) => void = () => undefined): Promise<string> {
      const deadline = Date.now() + patience.lifetime;
      while (Date.now() < deadline) {
        const content = stampOf(file) === old ? { text: "" } : contentOf(file);
        if ("problem" in content) {
          // A report says the same text once.
          tell(`recoveryCodeFrom.file ${content.problem}: ${content.fix}, while this waits.`);
        } else if (isRecoveryCode(content.text.trim())) {
          return content.text.trim();
        }
        await sleep(patience.pause);
      }
      throw new PingOneError(
        "recoveryCodeFrom.file: no recovery code (8 letters and digits) was written to the file within 5 minutes, which is as long as one is good for.",
      );
    },
  };
}

/** Changes whenever the file is written; empty while there is none. */
function stampOf(file: string): string {
  const stats = statOf(file);
  return stats?.isFile() === true ? `${stats.ino} ${stats.mtimeNs} ${stats.size}` : "";
}

/** A path that cannot be looked at holds nothing. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false, bigint: true });
  } catch {
    return undefined;
  }
}

/** A file that cannot be read, or is huge, holds no code. */
function contentOf(file: string): Decoded {
  try {
    return statSync(file).size > 1024 ? { text: "" } : decodeUtf8(readFileSync(file));
  } catch {
    return { text: "" };
  }
}
