import { describeCalls } from "../calls";
import { Figures } from "../figures";
import type { Findings, Latency, Rule } from "../findings";
import { userId } from "../floor/fixtures";
import type { Run } from "../measure";
import { type SimulatorProcess, startSimulator } from "../simulator-process";
import { PASSWORD_STEPS, type PasswordRound, type PasswordStep, playPasswords } from "./password-round";
import { sizeRows, type StateSizes } from "./size-rows";

/** Which stacks of UserPassword are timed. */
export type PasswordPlan = {
  /** Numbers of users, the smallest first. */
  readonly sizes: readonly number[];
  /** The size that has to keep to the rules; undefined for none. */
  readonly judged: number | undefined;
  readonly latencies: readonly Latency[];
  /** Which steps, in the order of {@link PASSWORD_STEPS}; up is one of them. @default all */
  readonly steps?: readonly PasswordStep[];
};

type PasswordVariant = "nothing" | Latency;

/** Up of UserPassword without a preview, as a multiple of what the engine takes with a provider that does nothing. */
const MOST_TIMES_THE_FLOOR = 1.25;

/** Times stacks of UserPassword and of the floor, in turns. @throws Error when a command of the engine fails */
export async function timePasswords(run: Run, plan: PasswordPlan): Promise<Findings> {
  const figures = new Figures();
  const states: StateSizes[] = [];
  for (const users of plan.sizes) {
    states.push(await timeOneSize(run, users, plan, figures));
  }
  return {
    timings: plan.sizes.flatMap((users) =>
      (plan.steps ?? PASSWORD_STEPS).map((step) => {
        const calls = figures.calls({ users, step });
        return {
          what: `UserPassword: ${step}`,
          users,
          nothing: figures.median("nothing", { users, step }),
          ours: figures.byLatency({ users, step }),
          calls: calls && describeCalls(calls),
        };
      }),
    ),
    sizes: sizeRows("UserPassword", states, figures, plan.latencies),
    rules: plan.judged === undefined ? [] : rules(figures, plan.judged, plan.latencies),
  };
}

async function timeOneSize(
  run: Run,
  users: number,
  { latencies, steps = PASSWORD_STEPS }: PasswordPlan,
  figures: Figures,
): Promise<StateSizes> {
  const seed = Array.from({ length: users }, (_, index) => ({
    id: userId(index),
    username: `user-${index}`,
  }));
  const simulators = new Map<Latency, SimulatorProcess>();
  for (const latency of latencies) {
    simulators.set(latency, await startSimulator({ latency, users: seed }));
  }
  const variants: readonly PasswordVariant[] = ["nothing", ...latencies];
  let states: StateSizes = { users };
  for (let round = 1; round <= run.rounds; round++) {
    for (const variant of variants) {
      run.say(`UserPassword, ${users} users, round ${round} of ${run.rounds}: ${nameOf(variant)}`);
      const simulator = variant === "nothing" ? undefined : simulators.get(variant);
      const played = await playPasswords({ ...stackFor(simulator), users, steps, round });
      figures.add(
        ...played.figures.map(({ name, ...figure }) => ({ ...figure, variant, users, step: name })),
      );
      states = { ...states, [variant === "nothing" ? "nothing" : "ours"]: played.size };
    }
  }
  await Promise.all([...simulators.values()].map((simulator) => simulator.stop()));
  return states;
}

type StackFor = Pick<PasswordRound, "resource" | "environmentId" | "env" | "simulator">;

function stackFor(simulator: SimulatorProcess | undefined): StackFor {
  return simulator === undefined
    ? { resource: "floor.FloorPassword", environmentId: userId(0), env: {} }
    : {
        resource: "pingone.UserPassword",
        environmentId: simulator.environmentId,
        env: simulator.env,
        simulator,
      };
}

function nameOf(variant: PasswordVariant): string {
  return variant === "nothing" ? "the floor" : `${variant} ms of latency`;
}

function rules(figures: Figures, users: number, latencies: readonly Latency[]): Rule[] {
  return [
    ...latencies.map((latency) => ({
      rule: `UserPassword, N=${users}, ${latency} ms: up without preview, times the floor`,
      bound: "at most" as const,
      limit: MOST_TIMES_THE_FLOOR,
      actual: figures.ratio(latency, "nothing", { users, step: "up" }),
    })),
    {
      rule: `UserPassword, N=${users}: writes for each user at create`,
      bound: "at most",
      limit: 1,
      actual: figures.calls({ users, step: "up" })?.writes,
    },
    {
      rule: `UserPassword, N=${users}: writes for each user when nothing changed`,
      bound: "at most",
      limit: 0,
      actual: figures.calls({ users, step: "no-change up" })?.writes,
    },
  ];
}
