import { parseArgs } from "node:util";
import type { FaultKind } from "../../simulator/faults/fault-rule";
import { kinds } from "./storms";

/** What `npm run test:faults` is to play. */
export type Wanted = {
  readonly kinds: readonly FaultKind[];
  readonly seeds: readonly number[];
  readonly crashes: number;
  /** Storms at the same time. */
  readonly atOnce: number;
};

/** Says what can be asked for. */
export const USAGE = `Usage: npm run test:faults -- [--only kinds|storms|crashes] [--kinds 429-date,reset-after] [--seeds 20 | --seed 7]
  [--crashes 40] [--at-once 6]`;

const PARTS = ["kinds", "storms", "crashes"];

/** Reads a command line. @throws Error that names the argument and the rule */
export function readArguments(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      kinds: { type: "string", default: kinds.join() },
      seeds: { type: "string", default: "20" },
      seed: { type: "string" },
      crashes: { type: "string", default: "40" },
      "at-once": { type: "string", default: "6" },
    },
  });
  const { only } = values;
  if (only !== undefined && !PARTS.includes(only)) {
    throw new Error(`--only ${only}: has to be one of ${PARTS.join(", ")}.`);
  }
  const isWanted = (part: string) => only === undefined || only === part;
  const named = values.kinds.split(",").map(toKind);
  const seeds = values.seed === undefined ? upTo(whole("seeds", values.seeds)) : [whole("seed", values.seed)];
  const crashes = whole("crashes", values.crashes);
  return {
    kinds: isWanted("kinds") ? named : [],
    seeds: isWanted("storms") ? seeds : [],
    crashes: isWanted("crashes") ? crashes : 0,
    atOnce: whole("at-once", values["at-once"]),
  };
}

/** 1 to a number. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_none, index) => index + 1);
}

function toKind(name: string): FaultKind {
  const kind = kinds.find((one) => one === name);
  if (kind === undefined) {
    throw new Error(`--kinds ${name}: has to be of ${kinds.join(", ")}.`);
  }
  return kind;
}

function whole(flag: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new Error(`--${flag} ${text}: has to be a whole number of at least 1.`);
  }
  return Number(text);
}
