import { createHash } from "node:crypto";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Gives one number from 0 to below 1 after the other: the same ones whenever the parts are the same. */
export function createRandomSequence(...parts: readonly (string | number)[]): () => number {
  // Generators whose seeds are neighbours begin alike; those of hashes do not.
  const seed = createHash("sha256").update(JSON.stringify(parts)).digest().readInt32LE();
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}
