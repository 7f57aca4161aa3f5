import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";

/** A file's text, or what keeps it from being read. */
export type FileText = { readonly text: string } | { readonly reason: string };

/** Reads a text in UTF-8; a byte order mark is left out. */
export function readText(path: string): FileText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return {
      reason:
        MEANINGS[codeOf(error)] ?? `cannot be read (${codeOf(error)}): check the path and the file's rights.`,
    };
  }
  if (!isUtf8(bytes)) {
    return {
      reason: `is not in UTF-8 (line ${wrongLine(bytes)}): save it as UTF-8 ("CSV UTF-8" in a spreadsheet).`,
    };
  }
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  return text.trim() === ""
    ? { reason: "is empty: a CSV file needs at least its header, others a list ([])." }
    : { text };
}

const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist: check the path, which starts at the directory the program runs in.",
  EISDIR: "is a directory: name the file in it.",
};

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unreadable";
}

/** The first line that is not in UTF-8: no character spans two. */
function wrongLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf("\n", start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) {
      break;
    }
    start = next;
  }
  return line;
}
