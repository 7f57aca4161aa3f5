import { readFileSync, statSync } from "node:fs";
import { decodeLossily, decodeUtf8 } from "../text/decode-utf8";

/** What a file holds, or why it holds no secret: to stand behind its name. */
export type SecretFile =
  | {
      readonly text: string;
      /** Why its bytes are no text, which then is what earlier releases took them for. */
      readonly unreadable?: string;
    }
  | { readonly problem: string };

/** Beyond this many bytes no secret reaches: it is another file. */
const LARGEST_FILE = 16_384;

const ONLY = "Name a file that holds the secret and nothing else.";

/** Reads a secret in UTF-8. A byte order mark and one line end at the end are the editor's, not the secret's. */
export function readSecretFile(path: string): SecretFile {
  let bytes: Buffer;
  try {
    // A device or a huge file is somebody's mistake, and reading it might never end.
    const stats = statSync(path);
    if (!stats.isFile()) {
      return { problem: `is no plain file. ${ONLY}` };
    }
    if (stats.size > LARGEST_FILE) {
      return { problem: `is ${stats.size} bytes long, too long for a secret. ${ONLY}` };
    }
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
    return {
      problem: `cannot be read (${code}). Check the path, which starts at the program's folder, and the file's rights.`,
    };
  }
  const decoded = decodeUtf8(bytes);
  return "text" in decoded
    ? { text: withoutLineEnd(decoded.text) }
    : {
        text: withoutLineEnd(decodeLossily(bytes)),
        unreadable: `${decoded.problem}: ${decoded.fix}.`,
      };
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, "");
}
