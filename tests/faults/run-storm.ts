import type { FaultRule } from "../../simulator";
import { type Damage, Tenant } from "./tenant";
import type { Size } from "./tenant-program";

/** What became of one storm. */
export type StormResult = {
  /** Runs of `pulumi up` until one was green. */
  readonly runs: number;
  readonly calls: number;
  readonly faults: number;
  /** Changes that PingOne made and whose answer never arrived. */
  readonly unanswered: number;
  readonly damage: Damage;
};

/** More than this is a storm that does not end. */
const MOST_RUNS = 5;

/**
 * Brings a stack up while calls go wrong, changes all its passwords likewise, and looks at what came of it in fair weather.
 * @throws Error when no run is green
 */
export async function runStorm(size: Size, rules: readonly FaultRule[]): Promise<StormResult> {
  const tenant = await Tenant.create(size);
  const { simulator, stack } = tenant;
  try {
    rules.forEach((rule) => {
      simulator.faults.add(rule);
    });
    tenant.declare(1);
    let runs = 0;
    for (let exitCode = 1; exitCode !== 0;) {
      // The rest goes on where one resource fails: what a pipeline would say as well.
      const run = await stack.run("up", "--yes", "--skip-preview", "--continue-on-error");
      ({ exitCode } = run);
      runs += 1;
      if (exitCode !== 0 && runs === MOST_RUNS) {
        throw new Error(`The storm is not through after ${runs} runs:\n${run.output}`);
      }
    }
    const { entries, total } = simulator.ledger;
    const result = {
      runs,
      calls: total,
      faults: entries.filter(({ fault }) => fault !== undefined).length,
      unanswered: entries.filter(({ changeMade, answerLost }) => changeMade && answerLost).length,
    };
    simulator.faults.clear();
    return { ...result, damage: await tenant.findDamage(1) };
  } finally {
    await tenant.close();
  }
}
