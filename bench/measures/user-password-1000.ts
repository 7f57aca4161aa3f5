import type { Measure } from "../measure";
import { timePasswords } from "./time-passwords";

/** A thousand resources, once, without latency: minutes, most of which the engine spends on rewriting its state. */
export const userPassword1000: Measure = async (run) => {
  const users = run.quick ? 40 : 1000;
  const findings = await timePasswords(
    { ...run, rounds: 1 },
    {
      sizes: [users],
      judged: undefined,
      latencies: [0],
      steps: ["up", "no-change up", "refresh", "destroy"],
    },
  );
  return { ...findings, remarks: [`UserPassword with N=${users} was run once, at 0 ms only.`] };
};
