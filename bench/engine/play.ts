import { performance } from "node:perf_hooks";
import type { Stack } from "../../tests/helpers/stack";
import { type Calls, countCalls } from "../calls";
import type { SimulatorProcess } from "../simulator-process";
import { withPeakMemory } from "./peak-memory";

/** One command on a stack. */
export type Step<Name extends string> = {
  readonly name: Name;
  /** Done before the clock starts. */
  readonly prepare?: () => void;
  readonly command: (stack: Stack) => Promise<unknown>;
};

/** What one step took. */
export type StepFigures<Name extends string> = {
  readonly name: Name;
  readonly seconds: number;
  /** MiB of the provider process. */
  readonly peak: number | undefined;
  /** For each user; undefined where nobody counted. */
  readonly calls: Calls | undefined;
};

/** Where calls are counted, and for how many users; without a simulator nobody counts. */
export type Counted = { readonly simulator?: SimulatorProcess | undefined; readonly users: number };

/** Runs steps one after the other with the clock on. @throws Error with the engine's output when one fails */
export async function play<Name extends string>(
  stack: Stack,
  steps: readonly Step<Name>[],
  { simulator, users }: Counted,
): Promise<StepFigures<Name>[]> {
  const figures: StepFigures<Name>[] = [];
  for (const { name, prepare, command } of steps) {
    prepare?.();
    await simulator?.forgetRequests();
    const started = performance.now();
    const { peak } = await withPeakMemory(stack.project, () => command(stack));
    const seconds = (performance.now() - started) / 1000;
    const calls = simulator && countCalls(await simulator.requests(), users);
    figures.push({ name, seconds, peak, calls });
  }
  return figures;
}
