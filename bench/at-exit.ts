import { constants } from "node:os";

const tasks: (() => void)[] = [];

/** Runs a synchronous clean-up when this process ends, also by Ctrl-C. */
export function atExit(task: () => void): void {
  if (tasks.length === 0) {
    process.once("exit", () => tasks.forEach((run) => run()));
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => process.exit(128 + constants.signals[signal]));
    }
  }
  tasks.push(task);
}
