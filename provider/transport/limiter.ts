import PQueue from "p-queue";

/** Runs a task as soon as one of the places is free. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

/** At most `concurrency` calls to PingOne at once; a call that waits to be repeated keeps its place, which slows the rest down. */
export function createLimiter(concurrency: number): Limiter {
  const queue = new PQueue({ concurrency });
  return (task) => queue.add(task);
}
