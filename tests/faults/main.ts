import { parseArgs } from "node:util";
import { type Crash, phases, playCrash } from "./play-crashes";
import { victims } from "./run-crash";
import { kinds, mixedStorms, type StormRow, storms } from "./storms";
import { table } from "./table";

/** `npm run test:faults`: everything that can go wrong, on the real engine, in tables whose last columns have to be nothing. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "20" },
      crashes: { type: "string", default: "40" },
      only: { type: "string" },
    },
  });
  const isWanted = (part: string) => values.only === undefined || values.only === part;
  const rows: StormRow[] = [];
  if (isWanted("kinds")) {
    for (const kind of kinds) {
      say(kind);
      rows.push(await storms(kind, { passwords: 8, testUsers: 30, actions: 2 }, [1, 2]));
    }
  }
  if (isWanted("storm")) {
    const seeds = Array.from({ length: Number(values.seeds) }, (_none, index) => index + 1);
    say(`everything at once, ${seeds.length} seeds`);
    rows.push(await mixedStorms({ passwords: 300, testUsers: 2000, actions: 5 }, seeds));
  }
  if (rows.length > 0) {
    print(table(rows));
  }
  const crashes = isWanted("crashes") ? await playCrashes(Number(values.crashes)) : [];
  if (crashes.length > 0) {
    print(table(crashes));
  }
  return [...rows, ...crashes].some(isDamaged) ? 1 : 0;
}

/** A mail may be repeated by a crash between send and checkpoint, and by nothing else. */
function isDamaged(row: StormRow | CrashRow): boolean {
  const { lost, extra, disagree, leaked, restless } = row;
  const doubled = "killed" in row ? row["mails sent three times"] : row.doubled + row.more;
  return lost + extra + disagree + leaked + restless + doubled > 0;
}

type CrashRow = Omit<Crash, "phase" | "victim" | "runs" | "doubled" | "tripled"> & {
  readonly killed: string;
  readonly "mails sent three times": number;
};

async function playCrashes(count: number): Promise<CrashRow[]> {
  const size = { passwords: 10, testUsers: 60, actions: 3 };
  const found = new Map<string, Crash[]>();
  for (let index = 0; index < count; index += 1) {
    const phase = phases[index % phases.length] ?? "up";
    const victim = victims[Math.floor(index / phases.length) % victims.length] ?? "both";
    const killed = `${victim} in ${phase}`;
    say(`crash ${index + 1} of ${count}: ${killed}`);
    const crash = await playCrash(size, phase, victim, Math.random());
    found.set(killed, [...(found.get(killed) ?? []), crash]);
  }
  return [...found].map(([killed, crashes]) => {
    const sum = (name: keyof Omit<Crash, "phase" | "victim">) =>
      crashes.reduce((all, crash) => all + crash[name], 0);
    return {
      killed,
      crashes: crashes.length,
      "green with the first up": crashes.filter(({ runs }) => runs === 1).length,
      late: sum("late"),
      "mails sent twice": sum("doubled"),
      "mails sent three times": sum("tripled"),
      lost: sum("lost"),
      extra: sum("extra"),
      disagree: sum("disagree"),
      leaked: sum("leaked"),
      restless: sum("restless"),
    };
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function say(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
