import { FAULT_KINDS, type FaultKind } from "../../simulator/faults/fault-rule";
import { rulesOf, stormRules } from "./fault-mix";
import { runStorm, type StormResult } from "./run-storm";
import { countDamage } from "./tenant";
import type { Size } from "./tenant-program";

/** Each way to go wrong by itself, but for wrong credentials, which nothing mends. */
export const kinds = FAULT_KINDS.filter((kind) => kind !== "invalid-client");

/** What a row of the table is about: a kind by itself, or all of them in one storm. */
export type Weather = FaultKind | "all at once";

/** A storm that was played. */
export type Storm = StormResult & { readonly fault: Weather };

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

const SMALL: Size = { passwords: 20, testUsers: 100, actions: 3 };
const LARGE: Size = { passwords: 300, testUsers: 2000, actions: 5 };

/** Plays one storm: a small one of one kind, or a large one of all. */
export async function playStorm(fault: Weather, seed: number): Promise<Storm> {
  const result =
    fault === "all at once"
      ? await runStorm(LARGE, stormRules(seed, LARGE))
      : await runStorm(SMALL, rulesOf(fault, seed));
  return { fault, ...result };
}

/** The rows of what was played, in the order of the kinds. */
export function stormRows(storms: readonly Storm[]): StormRow[] {
  return [...kinds, "all at once" as const]
    .map((fault) => ({ fault, found: storms.filter((storm) => storm.fault === fault) }))
    .filter(({ found }) => found.length > 0)
    .map(({ fault, found }) => summarize(fault, found));
}

function summarize(fault: string, results: readonly StormResult[]): StormRow {
  const sum = (value: (result: StormResult) => number) =>
    results.reduce((all, result) => all + value(result), 0);
  const damage = (name: keyof ReturnType<typeof countDamage>) =>
    sum((result) => countDamage(result.damage)[name]);
  const greenAt = (run: number) => results.filter(({ runs, isThrough }) => isThrough && runs === run).length;
  return {
    fault,
    seeds: results.length,
    operations: sum(({ calls }) => calls),
    faults: sum(({ faults }) => faults),
    unanswered: sum(({ unanswered }) => unanswered),
    "green at once": greenAt(1),
    "after one re-run": greenAt(2),
    more: results.length - greenAt(1) - greenAt(2),
    lost: damage("lost"),
    doubled: damage("doubled"),
    extra: damage("extra"),
    disagree: damage("disagree"),
    leaked: damage("leaked"),
    restless: damage("restless"),
  };
}
