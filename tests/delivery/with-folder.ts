import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own for each test of the enclosing suite; the function names a path in it. */
export function withFolder(): (name?: string) => string {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "delivery-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  return (name = ".") => join(folder, name);
}
