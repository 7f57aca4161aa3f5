import { count } from "../../policy";
import type { Finding, FindingStatus } from "./finding";
import { MOST_REQUESTS } from "./traffic";

/** What a run of the doctor's came to, as `--json` prints it. */
export type Diagnosis = {
  /** False when a check failed. */
  readonly ok: boolean;
  /** Requests that were sent. */
  readonly requests: number;
  readonly checks: readonly Finding[];
};

/** One line for each check, and below it what to do. */
export function printFindings({ ok, requests, checks }: Diagnosis): string {
  const width = Math.max(...checks.map(({ check }) => check.length));
  const lines = checks.flatMap(({ check, status, text, next }, place) => [
    `${status.padEnd("skipped".length)}  ${check.padEnd(width)}  ${text}`,
    // The same advice for several refusals in a row stands below the last one.
    ...(next === undefined || next === checks[place + 1]?.next
      ? []
      : [`         ${"".padEnd(width)}  -> ${next}`]),
  ]);
  const number = (wanted: FindingStatus) => checks.filter(({ status }) => status === wanted).length;
  const result = ok ? "Nothing failed" : `${count(number("failed"), "check")} failed`;
  return [
    ...lines,
    "",
    `${result}, ${count(number("warning"), "warning")}. ${count(requests, "request")} sent (never more than ${MOST_REQUESTS}), none of which changes anything.`,
    "",
  ].join("\n");
}
