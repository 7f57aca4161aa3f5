import { LATENCIES } from "../findings";
import type { Measure } from "../measure";
import { timePasswords } from "./time-passwords";

/** One resource for each user: every command of the engine, beside the same with a provider that does nothing. */
export const userPassword: Measure = (run) =>
  timePasswords(run, {
    sizes: run.quick ? [5, 20] : [10, 100, 300],
    judged: run.quick ? 20 : 100,
    latencies: LATENCIES,
  });
