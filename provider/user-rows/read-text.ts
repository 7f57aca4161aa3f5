import { readFileSync } from "node:fs";
import { decodeUtf8 } from "../text/decode-utf8";

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
  const decoded = decodeUtf8(bytes);
  if ("problem" in decoded) {
    return { reason: `${decoded.problem}: save it as UTF-8 ("CSV UTF-8" in a spreadsheet).` };
  }
  const { text } = decoded;
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
