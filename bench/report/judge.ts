import type { Rule } from "../findings";

/** Whether a rule holds. */
export type Verdict = "holds" | "MISSED" | "not measured" | "not judged";

/** @param quick a quick run is too small to judge anything by */
export function judge({ bound, limit, actual }: Rule, quick: boolean): Verdict {
  if (actual === undefined || Number.isNaN(actual)) {
    return "not measured";
  }
  if (quick) {
    return "not judged";
  }
  const holds = bound === "at most" ? actual <= limit : actual >= limit;
  return holds ? "holds" : "MISSED";
}
