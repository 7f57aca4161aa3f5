import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

/**
 * Compares a text with its approved file, tests/approved/<name>.txt. Nothing ever rewrites that file: whoever agrees with another text
 * copies it there from the failure, by hand, and commits it by itself with the reason.
 */
export function expectApproved(name: string, text: string): void {
  const path = join(__dirname, "../approved", `${name}.txt`);
  const approved = existsSync(path) ? readFileSync(path, "utf8") : "";
  // The difference that is printed beside it may be cut short.
  expect(text, `tests/approved/${name}.txt would be:\n${text}`).to.equal(approved);
}
