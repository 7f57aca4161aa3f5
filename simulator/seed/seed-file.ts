import type { Seed } from "./seed";
import type { SeedError } from "./seed-error";

/** A seed that was read from a file. */
export type SeedFile = {
  readonly seed: Seed;
  /** Whole sentences on what of the file is not used. */
  readonly notes: readonly string[];
  /** Says of a refusal of this seed also in which file and line it arose. */
  explain(error: SeedError): Promise<Error>;
};

/** @param lineOf the line of an entry such as `users[1].email`; undefined for what the file does not hold */
export function explainIn(
  path: string,
  lineOf: (where: string) => Promise<number | undefined>,
): SeedFile["explain"] {
  return async (error) => {
    const line = await lineOf(error.where);
    const place = line === undefined ? path : `${path}, line ${line}`;
    return new Error(`Wrong seed: ${place}: ${error.reason}`);
  };
}
