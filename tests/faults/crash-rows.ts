import type { Crash } from "./play-crashes";

/** One row of the table of crashes. */
export type CrashRow = Omit<Crash, "phase" | "victim" | "runs" | "torn" | "doubled" | "tripled"> & {
  readonly killed: string;
  readonly "mails sent three times": number;
};

/** The rows of what was played, one for each victim in each phase. */
export function crashRows(crashes: readonly Crash[]): CrashRow[] {
  const titleOf = ({ victim, phase }: Crash) => `${victim} in ${phase}`;
  return [...new Set(crashes.map(titleOf))].map((killed) => {
    const found = crashes.filter((crash) => titleOf(crash) === killed);
    const sum = (name: keyof Omit<Crash, "phase" | "victim">) =>
      found.reduce((all, crash) => all + crash[name], 0);
    return {
      killed,
      crashes: found.length,
      "green with the first up": found.filter(({ runs }) => runs === 1).length,
      "engine's file torn": sum("torn"),
      late: sum("late"),
      "mails sent twice": sum("doubled"),
      "mails sent three times": sum("tripled"),
      lost: sum("lost"),
      extra: sum("extra"),
      disagree: sum("disagree"),
      leaked: sum("leaked"),
      restless: sum("restless"),
    };
  });
}
