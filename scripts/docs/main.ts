import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PAGES_FOLDER, readPackage, renderPages } from "./pages";

/** Writes the reference from the doc comments, in place of what is there. */
async function main(): Promise<void> {
  const root = resolve(__dirname, "../..");
  const folder = join(root, PAGES_FOLDER);
  const pages = await renderPages(readPackage(root));
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) rmSync(join(folder, file), { recursive: true });
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  process.stdout.write(`${pages.size} pages in ${PAGES_FOLDER}\n`);
}

void main();
