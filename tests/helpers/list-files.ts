import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The files below a folder that have something in them. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return listFiles(path);
    }
    return entry.isFile() && statSync(path).size > 0 ? [path] : [];
  });
}
