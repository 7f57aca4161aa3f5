import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../transport";

type Triggered = { readonly triggers?: unknown };

/** True when an action has to run again. A trigger that is not known yet may turn out to be another: preview announces the run. */
export function isTriggered(olds: Triggered, news: Triggered): boolean {
  return !isSame(olds.triggers ?? undefined, news.triggers ?? undefined);
}

/** True when triggers are the same but for dates that the old ones lost. */
export function areDatesLost(olds: Triggered, news: Triggered): boolean {
  return (
    !isTriggered(olds, news) && !isDeepStrictEqual(olds.triggers ?? undefined, news.triggers ?? undefined)
  );
}

const ISO_DATE = /^([+-]\d\d)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Earlier versions kept an empty map of a Date, of which nobody can tell whether it was another one. */
function isSame(old: unknown, now: unknown): boolean {
  if (isRecord(old) && typeof now === "string") {
    return Object.keys(old).length === 0 && ISO_DATE.test(now);
  }
  if (Array.isArray(old) && Array.isArray(now)) {
    return old.length === now.length && old.every((item, index) => isSame(item, now[index]));
  }
  if (isRecord(old) && isRecord(now)) {
    const keys = Object.keys(old);
    return (
      keys.length === Object.keys(now).length &&
      keys.every((key) => Object.hasOwn(now, key) && isSame(old[key], now[key]))
    );
  }
  return isDeepStrictEqual(old, now);
}
