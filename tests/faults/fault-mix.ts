import type { FaultRule } from "../../simulator";

/** Percent of all calls that go wrong in a storm, by how. */
const MIX: Readonly<Record<string, number>> = {
  "429-seconds": 1,
  "429-date": 1,
  "429-nonsense": 1,
  "429-bare": 1,
  "500-json": 2,
  "500-html": 2,
  "500-empty": 2,
  "502-json": 2,
  "502-html": 2,
  "502-empty": 2,
  "503-json": 2,
  "503-html": 2,
  "503-empty": 2,
  "reset-before": 2,
  "reset-after": 2,
  "half-body": 1.5,
  "slow-body": 0.5,
  // A client waits half a minute for each.
  "hang-before": 0.05,
  "hang-after": 0.05,
  "revoke-token": 1,
  "html-200": 0.5,
  "json-as-html": 0.2,
  // Taken for a wrong address, which no repeat mends: the run fails and the next one goes on.
  "redirect-302": 0.1,
  "redirect-307": 0.1,
};

/** The same of the few requests for tokens. */
const TOKEN_MIX = ["500-json", "503-html", "429-seconds", "reset-before", "half-body", "html-200"];

/** Rules that make nearly a third of all calls fail, in every way there is. */
export function stormRules(seed: number): FaultRule[] {
  return [
    ...Object.entries(MIX).map(([kind, percent], index) =>
      toRule(kind, "*", percent / 100, seed * 1000 + index),
    ),
    ...TOKEN_MIX.map((kind, index) => toRule(kind, "issueToken", 0.05, seed * 1000 + 500 + index)),
  ];
}

/** Rules that make calls fail in one way. */
export function rulesOf(kind: string, probability: number, seed: number): FaultRule[] {
  return kind === "clock-skew"
    ? [{ kind, skewSeconds: seed % 2 === 0 ? 7200 : -7200 }]
    : [toRule(kind, "*", probability, seed)];
}

function toRule(kind: string, operation: "*" | "issueToken", probability: number, seed: number): FaultRule {
  const more = kind.startsWith("redirect")
    ? { to: "http://127.0.0.1:9" }
    : kind === "slow-body"
      ? { chunkMs: 20 }
      : {};
  // The simulator makes sure of the kind.
  return { kind, operation, probability, seed, ...more } as FaultRule;
}
