import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";

/** A file that an option of the command line names, such as the seed. */
export type NamedFile = {
  /** What it is to its reader, which is the option's name, too: `seed` for `--seed`. */
  readonly kind: "seed" | "faults";
  readonly path: string;
};

/** Reads a text in UTF-8; a byte order mark is left out. @throws Error that names the file and what to do */
export async function readTextFile({ kind, path }: NamedFile): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const reason = REASONS[code] ?? `cannot be read (${code}): check its rights`;
    throw new Error(`The ${kind} file ${path} ${reason}, or name another one with --${kind}.`, {
      cause: error,
    });
  });
  if (!isUtf8(bytes)) {
    const found = isUtf16(bytes) ? "in UTF-16, not in UTF-8" : "not in UTF-8";
    throw new Error(`The ${kind} file ${path} is ${found}: save it as UTF-8 ("CSV UTF-8" in a spreadsheet).`);
  }
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

/** By its byte order mark: Windows PowerShell redirects (>) in UTF-16. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString("hex");
  return mark === "fffe" || mark === "feff";
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist: check the path",
  EISDIR: "is a directory: name a file in it",
};
