/** Dates end somewhere, and what is reckoned from the time, such as an expiry, has to have room after it. */
export const LATEST_TIME = Date.UTC(9000, 0, 1);

/** The simulated time: it runs with the machine's clock, and can be moved. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves the clock forwards by `milliseconds`. @throws RangeError for a negative number, and beyond {@link LATEST_TIME} */
  advance(milliseconds: number): void;
  /** Goes back to the starting time. */
  reset(): void;
  /** Milliseconds by which it is ahead of the machine's clock, a skew left out. */
  offset(): number;
  /** Puts it ahead of the machine's clock by `milliseconds`, wherever it was. */
  setOffset(milliseconds: number): void;
};

/**
 * @param start the time to begin at, default: the machine's
 * @param readSkew milliseconds by which it is off, default: none
 */
export function createClock(start?: Date, readSkew: () => number = () => 0): Clock {
  const initialOffset = () => (start === undefined ? 0 : start.getTime() - Date.now());
  let offset = initialOffset();
  return {
    now: () => Date.now() + offset + readSkew(),
    advance(milliseconds) {
      if (!Number.isFinite(milliseconds) || milliseconds < 0) {
        throw new RangeError(
          "The clock can only be advanced by a number of milliseconds that is not negative.",
        );
      }
      if (Date.now() + offset + milliseconds > LATEST_TIME) {
        throw new RangeError("The clock cannot be advanced beyond the year 9000.");
      }
      offset += milliseconds;
    },
    reset() {
      offset = initialOffset();
    },
    offset: () => offset,
    setOffset(milliseconds) {
      offset = milliseconds;
    },
  };
}
