import { setTimeout as sleep } from "node:timers/promises";
import { defaultRetryPolicy, delayBeforeRepeat } from "../transport";

/** Waits before a change of which no answer arrived goes out again. False when it must not, and is left to the next run. */
export type Pause = (error: unknown, attempt: number) => Promise<boolean>;

/** As long as a call waits that is repeated without a look in between: what PingOne asks for, or twice as long each time. */
export const pauseBeforeRepeat: Pause = async (error, attempt) => {
  const delay =
    attempt < defaultRetryPolicy.retries
      ? delayBeforeRepeat(error, attempt, true, Math.random(), defaultRetryPolicy)
      : undefined;
  if (delay !== undefined) {
    await sleep(delay);
  }
  return delay !== undefined;
};
