const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds; dates far beyond have another form on the wire. */
const A_HUNDRED_YEARS = 100 * 365 * UNITS.d;

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Reads the time a simulator is to start at: a date and time with its zone, such as `2027-01-31T10:00:00Z`, or how far ahead of `now`,
 * such as `+30d` (`s`, `m`, `h` and `d`).
 * @throws RangeError that says what is accepted
 */
export function readStartTime(text: string, now: number): Date {
  const [, count, unit] = /^\+(\d+)([smhd])$/.exec(text) ?? [];
  const time =
    count === undefined
      ? ISO.test(text)
        ? Date.parse(text)
        : Number.NaN
      : now + Number(count) * UNITS[unit as keyof typeof UNITS];
  // What is not a date is in no range either.
  if (time >= 0 && time <= now + A_HUNDRED_YEARS) return new Date(time);
  throw new RangeError(
    "It must be a date and time with its zone, such as 2027-01-31T10:00:00Z, or how far ahead, such as +30d, +12h, +15m or +10s; " +
      "a hundred years ahead at most.",
  );
}
