import { type Calls, CALLS, sum } from "./calls";
import { type Change, changesIn } from "./changes";
import type { PreviewDocument } from "./document";
import { type Findings, findIn } from "./findings";

/** What a preview says about users and passwords. No value, fingerprint or id is in it. */
export type PreviewReport = Findings & {
  readonly kind: "preview";
  /** False for a preview that failed: what came after the failure is not in it. */
  readonly isComplete: boolean;
  /** What a run does. */
  readonly changes: readonly Change[];
  readonly expected: Expected;
};

/** What a run takes when nothing goes wrong; see {@link CALLS}. */
export type Expected = {
  readonly calls: Calls;
  /** At the rate alone: as long as PingOne takes no longer to answer than the calls take to be let out. */
  readonly seconds: number;
  readonly requestsPerSecond: number;
};

/** Requests per second that PingOne documents for one source IP. */
export const DOCUMENTED_RATE = 100;

/** Reports on a preview. @param requestsPerSecond what the tenant allows */
export function reportPreview(
  { steps, messages }: PreviewDocument,
  requestsPerSecond = DOCUMENTED_RATE,
): PreviewReport {
  const changes = changesIn(steps, messages);
  const shared = changes.some(({ isSet }) => isSet === true) ? [CALLS.UserPassword.list] : [];
  const calls = sum([...changes.map((change) => change.calls), ...shared]);
  const seconds = Math.ceil(((calls.reads + calls.writes) / requestsPerSecond) * 10) / 10;
  return {
    kind: "preview",
    isComplete: !messages.some(({ severity }) => severity === "error"),
    changes,
    ...findIn(messages, steps),
    expected: { calls, seconds, requestsPerSecond },
  };
}

/** True for a preview that failed, or that found a rule which a password surely does not meet. */
export function hasProblems({ isComplete, unmetRules }: PreviewReport): boolean {
  return !isComplete || unmetRules.some(({ level }) => level !== "perhaps");
}
