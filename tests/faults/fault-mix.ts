import type { FaultRule } from "../../simulator";
import { createRandomSequence } from "../../simulator/faults/random-sequence";
import type { FaultKind } from "../../simulator/faults/fault-rule";
import { fewestCalls, type Size } from "./tenant-program";

/** Percent of all calls that go wrong in a storm, by how. Some meet in one call: together they hit nearly a third. */
const MIX: Readonly<Partial<Record<FaultKind, number>>> = {
  "500-json": 2.9,
  "500-html": 2.9,
  "500-empty": 2.9,
  "502-json": 2.9,
  "502-html": 2.9,
  "502-empty": 2.9,
  "503-json": 2.9,
  "503-html": 2.9,
  "503-empty": 2.9,
  "reset-before": 2.5,
  "reset-after": 2.5,
  "half-body": 2,
  "slow-body": 0.5,
  "revoke-token": 1,
  "html-200": 0.3,
  "json-as-html": 0.2,
};

/**
 * How often in each run of a storm that has all of it. A 429 pauses all calls of the process for a second or more, as it should, and
 * slows down what comes after; a client waits half a minute for a hang; a redirect is taken for a wrong address, which no repeat mends:
 * the run fails.
 */
const NUMBERED: Readonly<Partial<Record<FaultKind, number>>> = {
  "429-seconds": 1,
  "429-date": 1,
  "429-nonsense": 1,
  "429-bare": 1,
  "hang-before": 1,
  "hang-after": 1,
  "redirect-302": 1,
  "redirect-307": 1,
};

/** Percent of the few requests for tokens. */
const TOKEN_MIX = ["500-json", "503-html", "reset-before", "half-body", "html-200"] as const;

/** Rules that make nearly a third of all calls fail, in every way there is. Each seed has its own moments for what is numbered. */
export function stormRules(seed: number, size: Size): FaultRule[] {
  const calls = fewestCalls(size);
  return [
    ...entriesOf(NUMBERED).flatMap(([kind, count], place) => {
      const next = createRandomSequence(seed, place, kind);
      return Array.from({ length: count }, () =>
        toRule(kind, "*", { count: 1, after: Math.floor(calls * momentOf(kind, next())) }),
      );
    }),
    ...entriesOf(MIX).map(([kind, percent]) => toRule(kind, "*", { probability: percent / 100, seed })),
    toRule("429-seconds", "issueToken", { count: 1, after: 10 + (seed % 3) }),
    ...TOKEN_MIX.map((kind) => toRule(kind, "issueToken", { probability: 0.05, seed })),
  ];
}

/** A hang early on has company; a 429 early on, where little has been taken yet, slows thousands of calls to a few a second. */
function momentOf(kind: FaultKind, random: number): number {
  return kind.startsWith("429") ? 0.8 + random : random / 2;
}

/** Times that a kind happens by itself; all others make nearly a third of the calls fail without end. */
const BY_ITSELF: Readonly<Partial<Record<FaultKind, number>>> = {
  "429-seconds": 10,
  "429-date": 10,
  "429-nonsense": 10,
  "429-bare": 10,
  "hang-before": 3,
  "hang-after": 3,
  "redirect-302": 4,
  "redirect-307": 4,
};

/** Rules that make calls fail in one way. */
export function rulesOf(kind: FaultKind, seed: number): FaultRule[] {
  if (kind === "clock-skew") {
    return [{ kind, skewSeconds: seed % 2 === 0 ? 7200 : -7200 }];
  }
  const count = BY_ITSELF[kind];
  // A revoked token fails all calls that are under way with it, 16 at once: that is more than a third again.
  const probability = kind === "revoke-token" ? 0.03 : 0.3;
  return [toRule(kind, "*", { probability, seed, ...(count === undefined ? {} : { count }) })];
}

type Scope = Pick<Exclude<FaultRule, { kind: "clock-skew" }>, "count" | "after" | "probability" | "seed">;

function toRule(kind: FaultKind, operation: "*" | "issueToken", scope: Scope): FaultRule {
  const more = kind.startsWith("redirect")
    ? { to: "http://127.0.0.1:9" }
    : kind === "slow-body"
      ? { chunkMs: 20 }
      : {};
  // The simulator makes sure of the kind.
  return { kind, operation, ...scope, ...more } as FaultRule;
}

function entriesOf(mix: Readonly<Partial<Record<FaultKind, number>>>): [FaultKind, number][] {
  return Object.entries(mix) as [FaultKind, number][];
}
