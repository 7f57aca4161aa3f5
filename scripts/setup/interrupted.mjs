import { constants } from "node:os";

/** The user or the system asked this process to stop while a command ran. */
export class Interrupted extends Error {
  /** @override */
  name = "Interrupted";

  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    /** What a shell reports for a process that this signal ended. */
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Lets the child finish first when this process is told to stop, so that clean-up still happens.
 * @param {import("node:child_process").ChildProcess} child
 */
export function stopWithParent(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM"];
  /** @type {{ signal?: NodeJS.Signals, release: () => void }} */
  const interrupt = {
    release: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    interrupt.signal = signal;
    // Ctrl-C reaches the child through the terminal already; a second one would cut its clean-up short.
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, stop);
  return interrupt;
}
