import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for each test of a suite, apart from its stack's: what is delivered there must not count as found by the engine. */
export type Files = {
  readonly path: (name: string) => string;
  /** What was delivered to a file: its one line. */
  readonly delivered: (name: string) => string;
};

/** To be called where a suite is described. */
export function withFiles(): Files {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pingone-files-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const path = (name: string) => join(folder, name);
  return { path, delivered: (name) => readFileSync(path(name), "utf8").replace(/\n$/, "") };
}
