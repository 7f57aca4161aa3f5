import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** The repository's root. */
export const root = resolve(__dirname, "../..");

/** Folders that hold no documentation of ours. */
const OTHERS: readonly string[] = ["node_modules", "dist", "tests"];

/** Every document for users, by its path from the root: READMEs, and whatever stands in a folder `docs`. */
export function listDocuments(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name.startsWith(".") || OTHERS.includes(entry.name) ? [] : listDocuments(path);
      }
      const isDocument = entry.name === "README.md" || /(^|\/)docs\//.test(relative(root, path));
      return isDocument && entry.name.endsWith(".md") ? [relative(root, path)] : [];
    })
    .sort();
}

/** The text of a document. */
export function readDocument(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
