import type { Figure, Figures, Variant } from "../figures";
import { LATENCIES, type Latency } from "../findings";
import { userId } from "../floor/fixtures";
import { runLimit, startEmptyServer } from "../limit/run-limit";
import type { Run } from "../measure";
import { type SimulatorProcess, startSimulator } from "../simulator-process";
import type { StateSizes } from "./size-rows";
import { changedOf, playUsers, type UsersRound, type UsersStep } from "./users-round";

/** Reading the ledger of more users would take longer than their calls. */
const MOST_COUNTED = 1000;

/** Users that a fresh simulator sees first: who comes first would pay for its compiling itself. */
const WARM_UP = 300;

/** Times one TestUsers of so many users and what it stands beside, in turns. @throws Error when something fails */
export async function timeUsers(run: Run, users: number, figures: Figures): Promise<StateSizes> {
  const simulators = new Map<Latency, SimulatorProcess>();
  for (const latency of LATENCIES) {
    const simulator = await startSimulator({ latency });
    await runLimit(simulator.env, WARM_UP, 0);
    simulators.set(latency, simulator);
  }
  const emptyServer = await startEmptyServer();
  let states: StateSizes = { users };
  const playStack = async (variant: Variant, who: "nothing" | "ours", stack: StackFor) => {
    const { figures: played, size } = await playUsers({ ...stack, users });
    figures.add(...played.map(({ name, ...figure }) => ({ ...figure, variant, users, step: name })));
    states = { ...states, [who]: size };
  };
  for (let round = 1; round <= run.rounds; round++) {
    const say = (what: string) =>
      run.say(`TestUsers, ${users} users, round ${round} of ${run.rounds}: ${what}`);
    say("the no-op");
    await playStack("nothing", "nothing", {
      resource: "floor.FloorUsers",
      environmentId: userId(0),
      env: {},
    });
    say("the limit against an empty server");
    figures.add(...(await playLimit("empty", emptyServer.env, users)));
    for (const [latency, simulator] of simulators) {
      say(`the limit with ${latency} ms of latency`);
      figures.add(...(await playLimit(`limit ${latency}`, simulator.env, users)));
      say(`${latency} ms of latency`);
      await playStack(latency, "ours", stackFor(simulator, users));
    }
  }
  emptyServer.stop();
  await Promise.all([...simulators.values()].map((simulator) => simulator.stop()));
  return states;
}

type StackFor = Omit<UsersRound, "users">;

function stackFor(simulator: SimulatorProcess, users: number): StackFor {
  const { env, environmentId } = simulator;
  const counted = users <= MOST_COUNTED ? { simulator } : {};
  return { resource: "pingone.TestUsers", environmentId, env, ...counted };
}

/** The passes of the loop, by the step of the stack that makes the same requests. */
async function playLimit(
  variant: Variant,
  env: Readonly<Record<string, string>>,
  users: number,
): Promise<Figure[]> {
  const { create, change, destroy } = await runLimit(env, users, changedOf(users));
  const steps: [UsersStep, number][] = [
    ["up", create],
    ["1 % changed up", change],
    ["destroy", destroy],
  ];
  return steps.map(([step, seconds]) => ({ variant, users, step, seconds }));
}
