import { performance } from "node:perf_hooks";
import { cpuSeconds } from "../cpu-seconds";
import type { Findings } from "../findings";
import { userId } from "../floor/fixtures";
import { runPace, startEmptyServer } from "../limit/run-limit";
import type { Measure } from "../measure";
import { median } from "../median";
import { startSimulator } from "../simulator-process";

/** Requests a second that one core of the simulator has to answer. */
const LEAST = { reads: 3000, sets: 1000 } as const;

/** Milliseconds from the start of the process to its summary. */
const LONGEST_START = 500;

/** How many users it is seeded with, whose passwords are read and set in turn. */
const USERS = 2000;

/** Requests before the first round, for the compiler. */
const WARM_UP = 5000;

type Kind = keyof typeof LEAST;

/** What a second of processor time, and a second on the wall, were good for. */
type Pace = { readonly perCore: number | undefined; readonly perSecond: number };

/** How fast one process of the simulator is: for tests it must never be what they wait for. */
export const simulator: Measure = async ({ quick, rounds, say }) => {
  const starts = quick ? 3 : 9;
  say(`Simulator: ${starts} starts`);
  const start = await timeStarts(starts);
  const requests = quick ? 2000 : 30_000;
  say(`Simulator: ${requests} reads and ${requests} sets of passwords, ${rounds} times`);
  const users = Array.from({ length: USERS }, (_, index) => ({
    id: userId(index),
    username: `pace${index}`,
  }));
  const full = await startSimulator({ users });
  const empty = await startEmptyServer();
  try {
    const ours = await timePaces(full, requests, rounds);
    const nothing = await timePaces(empty, requests, rounds);
    return describe(start, ours, nothing);
  } finally {
    empty.stop();
    await full.stop();
  }
};

async function timeStarts(count: number): Promise<number | undefined> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    const process = await startSimulator();
    times.push(performance.now() - started);
    await process.stop();
  }
  return median(times);
}

type Server = { readonly env: Readonly<Record<string, string>>; readonly pid: number | undefined };

async function timePaces(server: Server, requests: number, rounds: number): Promise<Record<Kind, Pace>> {
  const paces: Record<Kind, Pace[]> = { reads: [], sets: [] };
  for (const kind of ["reads", "sets"] as const) {
    await runPace(server.env, { kind, requests: WARM_UP, users: USERS, round: 0 });
    for (let round = 1; round <= rounds; round += 1) {
      paces[kind].push(await timePace(server, kind, requests, round));
    }
  }
  return { reads: middle(paces.reads), sets: middle(paces.sets) };
}

async function timePace(server: Server, kind: Kind, requests: number, round: number): Promise<Pace> {
  const before = cpuSeconds(server.pid);
  const seconds = await runPace(server.env, { kind, requests, users: USERS, round });
  const after = cpuSeconds(server.pid);
  const cpu = before === undefined || after === undefined ? undefined : after - before;
  return { perCore: cpu === undefined ? undefined : requests / cpu, perSecond: requests / seconds };
}

function middle(paces: readonly Pace[]): Pace {
  return {
    perCore: median(paces.flatMap(({ perCore }) => perCore ?? [])),
    perSecond: median(paces.map(({ perSecond }) => perSecond)) ?? 0,
  };
}

function describe(
  start: number | undefined,
  ours: Record<Kind, Pace>,
  nothing: Record<Kind, Pace>,
): Findings {
  const kinds = ["reads", "sets"] as const;
  return {
    sizes: [
      { what: "Simulator: ms from the start of the process to its summary", ours: start },
      ...kinds.flatMap((kind) => [
        {
          what: `Simulator: ${kind} of passwords per second of processor time; floor: the empty server`,
          nothing: nothing[kind].perCore,
          ours: ours[kind].perCore,
        },
        {
          what: `Simulator: ${kind} of passwords per second, 16 at once; floor: the empty server`,
          nothing: nothing[kind].perSecond,
          ours: ours[kind].perSecond,
        },
      ]),
    ],
    rules: [
      {
        rule: "Simulator: ms from the start of the process to its summary",
        bound: "at most",
        limit: LONGEST_START,
        actual: start,
      },
      ...kinds.map((kind) => ({
        rule: `Simulator: ${kind} of passwords per second of processor time`,
        bound: "at least" as const,
        limit: LEAST[kind],
        actual: ours[kind].perCore,
      })),
    ],
  };
}
