import { performance } from "node:perf_hooks";
import type { Report } from "../lifecycle";

/** Counts what is done and tells it on the resource's line, often at first and then now and then: a CI log keeps every line. */
export type Progress = { step(): void };

/** Milliseconds between two messages, and after how many of them it is told more seldom. */
const SOON = 1000;
const LATER = 10_000;
const PATIENCE = 15;

/** @param total of what there is to do */
export function createProgress(report: Report, total: number, now = () => performance.now()): Progress {
  const start = now();
  let done = 0;
  let told = 0;
  let toldAt = start;
  return {
    step() {
      done += 1;
      const time = now();
      if (done === total && told > 0) {
        // What was shown last stays on the resource's line.
        report.progress(`${total} users in ${describeTime((time - start) / 1000)}`);
      }
      if (done < total && time - toldAt >= (told < PATIENCE ? SOON : LATER)) {
        told += 1;
        toldAt = time;
        report.progress(describe(done, total, (time - start) / 1000));
      }
    },
  };
}

function describe(done: number, total: number, seconds: number): string {
  const rate = done / seconds;
  return `${done}/${total} users, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s, ${describeTime((total - done) / rate)} left`;
}

function describeTime(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
