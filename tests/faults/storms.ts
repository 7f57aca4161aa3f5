import { FAULT_KINDS, type FaultKind } from "../../simulator/faults/fault-rule";
import { runStorm, type StormResult } from "./run-storm";
import { rulesOf, stormRules } from "./fault-mix";
import { countDamage } from "./tenant";
import type { Size } from "./tenant-program";

/** Kinds that a client waits half a minute for, or that no repeat mends: fewer of them. */
const SELDOM = ["hang-before", "hang-after", "redirect-302", "redirect-307"];

/** Each way to go wrong by itself, but for wrong credentials, which nothing mends. */
export const kinds = FAULT_KINDS.filter((kind) => kind !== "invalid-client");

/** One row of the table. */
export type StormRow = {
  readonly fault: string;
  readonly seeds: number;
  readonly operations: number;
  readonly faults: number;
  readonly unanswered: number;
  readonly "green at once": number;
  readonly "after one re-run": number;
  readonly more: number;
  readonly lost: number;
  readonly doubled: number;
  readonly extra: number;
  readonly disagree: number;
  readonly leaked: number;
  readonly restless: number;
};

/** Storms of every kind there is at once, one for each seed. */
export async function mixedStorms(size: Size, seeds: readonly number[]): Promise<StormRow> {
  return summarize("all at once", await runAll(size, seeds, stormRules));
}

/** Storms of one kind. */
export async function storms(kind: FaultKind, size: Size, seeds: readonly number[]): Promise<StormRow> {
  const share = SELDOM.includes(kind) ? 0.03 : 0.3;
  return summarize(kind, await runAll(size, seeds, (seed) => rulesOf(kind, share, seed)));
}

async function runAll(
  size: Size,
  seeds: readonly number[],
  rules: typeof stormRules,
): Promise<StormResult[]> {
  const results: StormResult[] = [];
  for (const seed of seeds) {
    results.push(await runStorm(size, rules(seed)));
  }
  return results;
}

function summarize(fault: string, results: readonly StormResult[]): StormRow {
  const sum = (value: (result: StormResult) => number) =>
    results.reduce((all, result) => all + value(result), 0);
  const damage = (name: keyof ReturnType<typeof countDamage>) =>
    sum((result) => countDamage(result.damage)[name]);
  return {
    fault,
    seeds: results.length,
    operations: sum(({ calls }) => calls),
    faults: sum(({ faults }) => faults),
    unanswered: sum(({ unanswered }) => unanswered),
    "green at once": sum(({ runs }) => (runs === 1 ? 1 : 0)),
    "after one re-run": sum(({ runs }) => (runs === 2 ? 1 : 0)),
    more: sum(({ runs }) => (runs > 2 ? 1 : 0)),
    lost: damage("lost"),
    doubled: damage("doubled"),
    extra: damage("extra"),
    disagree: damage("disagree"),
    leaked: damage("leaked"),
    restless: damage("restless"),
  };
}
