import { format } from "prettier";
import { type ByLatency, type Findings, LATENCIES, type Rule, type Size, type Timing } from "../findings";
import { judge } from "./judge";
import { describeMachine } from "./machine";
import { table } from "./table";

/** What a report is made of. */
export type Report = {
  readonly findings: readonly Findings[];
  readonly quick: boolean;
  readonly rounds: number;
  /** Minutes that the whole run took. */
  readonly minutes: number;
};

/** The whole report in Markdown, laid out as this project's other files are. */
export async function writeReport({ findings, quick, rounds, minutes }: Report): Promise<string> {
  const timings = findings.flatMap((found) => found.timings ?? []);
  const sizes = findings.flatMap((found) => found.sizes ?? []);
  const rules = findings.flatMap((found) => found.rules ?? []);
  const remarks = findings.flatMap((found) => found.remarks ?? []);
  const text = [
    "# Benchmark",
    `${describeMachine()}\nOne run of \`npm run bench\` that took ${minutes.toFixed(1)} min. Trust the ratios, not the seconds.`,
    ...(quick ? ["A quick run: sizes too small, and too few rounds, to tell anything about speed."] : []),
    ...(timings.length > 0 ? ["## Seconds", explainTimings(rounds), timingTable(timings)] : []),
    ...(sizes.length > 0 ? ["## Sizes", sizeTable(sizes)] : []),
    ...(rules.length > 0
      ? [
          "## What has to hold",
          "Ratios are made round by round; what stands here is their median.",
          ruleTable(rules, quick),
        ]
      : []),
    ...(remarks.length > 0 ? ["## Remarks", remarks.map((remark) => `- ${remark}`).join("\n")] : []),
  ].join("\n\n");
  return format(text, { parser: "markdown", printWidth: 110 });
}

function explainTimings(rounds: number): string {
  return [
    `Medians of ${rounds === 1 ? "one round" : `${rounds} rounds`}, in which everything takes turns. A command of the engine is timed from its start to its end: preview is a`,
    "step of its own, all others run with `--skip-preview`. The simulator is a process of its own and adds 0 or 20 ms to each answer.",
    "",
    "- floor / no-op: the same engine and inputs with a provider that does nothing; one such resource for each user beside",
    "  UserPassword (the floor), one with the same rows beside TestUsers (the no-op).",
    "- limit: a bare loop of the same requests, 16 at once on connections that stay open, without an engine.",
    "- empty server: that loop against a server that does nothing, so that a slow simulator shows.",
    "- calls: requests for each user at 0 ms, without those for tokens.",
  ].join("\n");
}

function timingTable(timings: readonly Timing[]): string {
  const columns = [
    "step",
    "N",
    "floor / no-op",
    ...LATENCIES.map((latency) => `${latency} ms`),
    ...LATENCIES.map((latency) => `ratio ${latency} ms`),
    ...LATENCIES.map((latency) => `limit ${latency} ms`),
    "empty server",
    "calls",
  ];
  return table(
    columns,
    timings.map(({ what, users, nothing, ours, limit, empty, calls }) => [
      what,
      String(users),
      nothing,
      ...cells(ours),
      ...cells(ours).map((seconds) => (seconds === undefined || !nothing ? undefined : seconds / nothing)),
      ...cells(limit),
      empty,
      calls,
    ]),
  );
}

function cells(figures: ByLatency = {}): (number | undefined)[] {
  return LATENCIES.map((latency) => figures[latency]);
}

function sizeTable(sizes: readonly Size[]): string {
  return table(
    ["what", "floor / no-op", "ours"],
    sizes.map(({ what, nothing, ours }) => [what, nothing, ours]),
  );
}

function ruleTable(rules: readonly Rule[], quick: boolean): string {
  return table(
    ["rule", "limit", "measured", "verdict"],
    rules.map((rule) => [rule.rule, `${rule.bound} ${rule.limit}`, rule.actual, judge(rule, quick)]),
  );
}
