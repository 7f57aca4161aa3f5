const isLong = process.env["TEST_ALL"] === "1";

/** Cases of a property in the long version. */
const MANY = 50_000;

/**
 * How many cases fast-check draws: few, or all of the long version. The seed stands in the message of a failure; TEST_SEED=<seed> draws the
 * same cases again.
 * @param few cases of the short version
 */
export function drawing(few: number, many = MANY) {
  return {
    numRuns: isLong ? many : few,
    ...(process.env["TEST_SEED"] === undefined ? {} : { seed: Number(process.env["TEST_SEED"]) }),
  };
}

/** Milliseconds that all cases of a property may take. */
export const PATIENCE = isLong ? 1_200_000 : 30_000;
