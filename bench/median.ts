/** The middle one, or the mean of the two in the middle; undefined for none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Median of the quotients of two series, round by round: a machine that is busy in one round is so for both. */
export function medianRatio(above: readonly number[], below: readonly number[]): number | undefined {
  return median(
    above.flatMap((value, round) => {
      const other = below[round];
      return other === undefined || other === 0 ? [] : [value / other];
    }),
  );
}
