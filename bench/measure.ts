import type { Findings } from "./findings";

/** How a measure is to run. */
export type Run = {
  readonly quick: boolean;
  /** How often everything is done; medians of it are shown. */
  readonly rounds: number;
  /** Shows how far it is. */
  readonly say: (text: string) => void;
};

/** One part of the benchmark. @throws Error when something to be measured fails */
export type Measure = (run: Run) => Promise<Findings>;
