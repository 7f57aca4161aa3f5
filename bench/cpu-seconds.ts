import { readFileSync } from "node:fs";

/** Ticks of a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of processor time that a process has taken so far, all its threads together; undefined where there is no /proc. */
export function cpuSeconds(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid ?? "none"}/stat`, "utf8");
    // The name in the second place may hold blanks; user and system time are the 14th and 15th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
}
