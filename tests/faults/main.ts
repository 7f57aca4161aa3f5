import { crashRows } from "./crash-rows";
import { type Crash, phases, playCrash } from "./play-crashes";
import { readArguments, upTo, USAGE } from "./read-arguments";
import { victims } from "./run-crash";
import { someAtOnce } from "./some-at-once";
import { playStorm, type Storm, stormRows, type Weather } from "./storms";
import { table } from "./table";
import { countDamage, Tenant } from "./tenant";

const storms: Storm[] = [];
const crashes: Crash[] = [];

/** Storms and crashes of which there is nothing to count, because the test itself broke off. */
let broken = 0;

/** `npm run test:faults`: everything that can go wrong, on the real engine, in tables whose last columns have to be nothing. */
async function main(): Promise<number> {
  const wanted = readArguments(process.argv.slice(2));
  await someAtOnce(wanted.atOnce, [
    ...wanted.kinds.flatMap((kind) => [1, 2].map(stormJob(kind))),
    ...wanted.seeds.map(stormJob("all at once")),
  ]);
  // One at a time: what an orphan does within half a second is looked at.
  await someAtOnce(1, upTo(wanted.crashes).map(crashJob));
  printTables();
  return isDamaged() ? 1 : 0;
}

function stormJob(fault: Weather): (seed: number) => () => Promise<void> {
  return (seed) => () =>
    play(`${fault}, seed ${seed}`, async () => {
      const storm = await playStorm(fault, seed);
      storms.push(storm);
      const { runs, calls, faults, isThrough, lastFailure, damage } = storm;
      const isWhole = Object.values(countDamage(damage)).every((count) => count === 0);
      if (!isWhole || runs > 2) {
        say(`${isWhole ? "TOO MANY RUNS" : `DAMAGE: ${JSON.stringify(damage)}`}\n${lastFailure}`);
      }
      return `${isThrough ? "" : "NOT "}green after ${runs} up, ${calls} calls, ${faults} faults`;
    });
}

function crashJob(number: number): () => Promise<void> {
  const phase = phases[number % phases.length] ?? "up";
  const victim = victims[Math.floor(number / phases.length) % victims.length] ?? "both";
  return () =>
    play(`crash ${number} of ${victim} in ${phase}`, async () => {
      const crash = await playCrash(
        { passwords: 10, testUsers: 60, actions: 3 },
        phase,
        victim,
        Math.random(),
      );
      crashes.push(crash);
      return JSON.stringify(crash);
    });
}

async function play(title: string, test: () => Promise<string>): Promise<void> {
  const start = performance.now();
  try {
    const result = await test();
    say(`${title}: ${result}, ${Math.round((performance.now() - start) / 1000)} s`);
  } catch (error) {
    broken += 1;
    say(`${title} BROKE OFF: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A mail may be repeated by a crash between send and checkpoint, and by nothing else. */
function isDamaged(): boolean {
  const counts = [
    ...stormRows(storms).map((row) => row.more + row.doubled + damageOf(row)),
    ...crashRows(crashes).map((row) => row.late + row["mails sent three times"] + damageOf(row)),
  ];
  return broken > 0 || counts.some((count) => count > 0);
}

type Counted = Record<"lost" | "extra" | "disagree" | "leaked" | "restless", number>;

function damageOf({ lost, extra, disagree, leaked, restless }: Counted): number {
  return lost + extra + disagree + leaked + restless;
}

function printTables(): void {
  for (const rows of [stormRows(storms), crashRows(crashes)]) {
    if (rows.length > 0) {
      process.stdout.write(`${table(rows)}\n\n`);
    }
  }
  if (broken > 0) {
    process.stdout.write(`${broken} broke off: there is nothing in the tables of them.\n`);
  }
}

function say(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
}

/** What is there by then is worth its time. */
function breakOff(): void {
  say("Broken off: the tables hold what was through by now.");
  printTables();
  Tenant.abandonAll();
  process.exit(isDamaged() ? 1 : 130);
}

process.once("SIGINT", breakOff);
process.once("SIGTERM", breakOff);
main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 2;
  },
);
