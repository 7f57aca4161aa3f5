import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Compares what a run of an example printed with the first block under `## Expect` of its README, or the block of that number: each line of
 * the block has to be there, once for each time that the block has it. The order and durations are the engine's own.
 */
export function expectPromised(example: string, output: string, block = 0): void {
  const printed = output.split("\n").map(normalise);
  const missing = promisedLines(example, block).filter((line) => {
    const found = printed.indexOf(line);
    if (found !== -1) {
      printed.splice(found, 1);
    }
    return found === -1;
  });
  expect(missing, `lines of the README that are not in the output:\n${output}`).to.deep.equal([]);
}

function promisedLines(example: string, block: number): string[] {
  const readme = readFileSync(join(example, "README.md"), "utf8");
  const [, section = ""] = readme.split("\n## Expect\n");
  const blocks = [...section.matchAll(/^```\n(.*?)^```$/gms)].map(([, text = ""]) => text);
  const lines = (blocks[block] ?? "")
    .split("\n")
    .map(normalise)
    .filter((line) => line !== "");
  expect(lines, `block ${block} under "## Expect" of ${example}/README.md`).not.to.be.empty;
  return lines;
}

function normalise(line: string): string {
  return line
    .replace(/ \(\d+(\.\d+)?s\)/, "")
    .replace(/\s+/g, " ")
    .trim();
}
