import { distance } from "fastest-levenshtein";

/** The one of some names that another is most likely a misspelling of; undefined where none comes near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, misses: distance(plain(name), plain(candidate)) }))
    .filter(({ candidate, misses }) => misses <= mostMisses(plain(candidate)))
    .sort((one, other) => one.misses - other.misses);
  return best?.candidate;
}

/** `: did you mean forceChange?`, to stand behind what a wrong name is, and a full stop where no name comes near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? "." : `: did you mean ${meant}?`;
}

/** A third of the letters, and in a short name one. */
function mostMisses(name: string): number {
  return Math.max(1, Math.floor(name.length / 3));
}

/** Case and what joins words are what people mix up most. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
