import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Findings } from "./findings";
import { measures } from "./measures";
import { type Options, readOptions } from "./options";
import { writeReport } from "./report/report";

const ROUNDS = 3;

void main();

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    return;
  }
  const { quick, only } = options;
  const rounds = quick ? 1 : ROUNDS;
  const started = performance.now();
  const minutes = () => (performance.now() - started) / 60_000;
  const say = (text: string) => {
    process.stderr.write(`[${minutes().toFixed(1)} min] ${text}\n`);
  };
  const findings: Findings[] = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (only.length === 0 || only.some((wanted) => wanted === name)) {
      findings.push(await measure({ quick, rounds, say }).catch((error: unknown) => failed(name, error)));
    }
  }
  const report = await writeReport({ findings, quick, rounds, minutes: minutes() });
  process.stdout.write(`\n${report}`);
  // A part of a run, or a small one, would take the place of figures that count.
  if (!quick && only.length === 0 && process.exitCode === undefined) {
    writeFileSync(join(__dirname, "RESULTS.md"), report);
  }
}

/** The rest of a run of many minutes is worth having all the same. */
function failed(name: string, error: unknown): Findings {
  process.exitCode = 1;
  process.stderr.write(`${name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
  return { remarks: [`${name} failed; its error was printed as it happened.`] };
}
