import type { FaultRule, Simulator } from "../../simulator";
import { type Damage, Tenant } from "./tenant";
import type { Size } from "./tenant-program";

/** What became of one storm. */
export type StormResult = {
  /** Runs of `pulumi up` until one was green: the more of the two for what is created, and for what is changed. */
  readonly runs: number;
  /** Whether a run was green at all. */
  readonly isThrough: boolean;
  readonly calls: number;
  readonly faults: number;
  /** Changes that PingOne made and whose answer never arrived. */
  readonly unanswered: number;
  readonly damage: Damage;
  /** What the last run printed that was not green; empty if all were. */
  readonly lastFailure: string;
};

/** More than this is a storm that does not end. */
const MOST_RUNS = 5;

/**
 * Brings a stack up while calls go wrong, changes all its passwords likewise, and looks at what came of it in fair weather. The rules
 * are played in the first run of each of the two. A re-run comes later, when less goes wrong: a third of it.
 */
export async function runStorm(size: Size, rules: readonly FaultRule[]): Promise<StormResult> {
  // A clock that is off is off from the start to the end: set right in between, it would lock users again who were locked out for a while.
  const lasting = rules.filter(({ kind }) => kind === "clock-skew");
  const tenant = await Tenant.create(size, { faults: lasting });
  const { simulator } = tenant;
  try {
    const ups = [await upUntilGreen(tenant, 1, rules), await upUntilGreen(tenant, 2, rules)];
    const { entries, total } = simulator.ledger;
    const result = {
      runs: Math.max(...ups.map(({ runs }) => runs)),
      isThrough: ups.every(({ isGreen }) => isGreen),
      calls: total,
      faults: entries.filter(({ fault }) => fault !== undefined).length,
      unanswered: entries.filter(({ changeMade, answerLost }) => changeMade && answerLost).length,
      lastFailure: ups.map(({ lastFailure }) => lastFailure).join("\n"),
    };
    play(simulator, lasting);
    return { ...result, damage: await tenant.findDamage(2) };
  } finally {
    await tenant.close();
  }
}

async function upUntilGreen(
  tenant: Tenant,
  version: number,
  rules: readonly FaultRule[],
): Promise<Pick<StormResult, "runs" | "lastFailure"> & { readonly isGreen: boolean }> {
  tenant.declare(version);
  let lastFailure = "";
  for (let runs = 1; ; runs += 1) {
    play(tenant.simulator, runs === 1 ? rules : rules.flatMap(calmer));
    // The rest goes on where one resource fails: what a pipeline would say as well.
    const run = await tenant.stack.run("up", "--yes", "--skip-preview", "--continue-on-error");
    const isGreen = run.exitCode === 0;
    if (!isGreen) {
      lastFailure = run.output;
    }
    if (isGreen || runs === MOST_RUNS) {
      return { runs, isGreen, lastFailure };
    }
  }
}

/** From now on these rules hold, and no other. */
function play({ faults }: Simulator, rules: readonly FaultRule[]): void {
  faults.clear();
  rules.forEach((rule) => {
    faults.add(rule);
  });
}

/** The same with a third of the faults; what happens a number of times is over. */
function calmer(rule: FaultRule): FaultRule[] {
  if (rule.kind === "clock-skew") {
    return [rule];
  }
  return rule.count === undefined ? [{ ...rule, probability: (rule.probability ?? 1) / 3 }] : [];
}
