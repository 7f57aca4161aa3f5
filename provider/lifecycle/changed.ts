import { isDeepStrictEqual } from "node:util";
import { isUnknown } from "./unknown";

/**
 * The properties whose new value is known and differs from the old. One that is not known yet counts as unchanged: at preview
 * an upstream resource that is merely edited has unknown outputs, and would seem to change everything behind it.
 */
export function changedKnown<K extends string>(
  olds: Readonly<Partial<Record<K, unknown>>>,
  news: Readonly<Partial<Record<K, unknown>>>,
  properties: readonly K[],
): K[] {
  return properties.filter(
    (property) => !isUnknown(news[property]) && !isDeepStrictEqual(olds[property], news[property]),
  );
}
