/** A clock that stands still until it is moved, and sleeps by it. */
export function createFakeTime() {
  let time = 0;
  let sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const slept: number[] = [];

  /** Lets everything happen that waits for nothing but its turn. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  return {
    /** What was slept so far, in milliseconds each. */
    slept,
    now: () => time,
    sleep: (milliseconds: number) =>
      new Promise<void>((wake) => {
        slept.push(milliseconds);
        sleepers.push({ until: time + milliseconds, wake });
      }),
    /** Moves on while nobody sleeps. */
    jump(milliseconds: number) {
      time += milliseconds;
    },
    /** Moves from one sleeper to the next until nobody sleeps, or until `end`. */
    async run(end = Infinity): Promise<void> {
      await settle();
      while (sleepers.length > 0) {
        const next = Math.min(...sleepers.map(({ until }) => until));
        if (next > end) {
          break;
        }
        time = Math.max(time, next);
        const due = sleepers.filter(({ until }) => until <= time);
        sleepers = sleepers.filter(({ until }) => until > time);
        due.forEach(({ wake }) => {
          wake();
        });
        await settle();
      }
      time = Number.isFinite(end) ? Math.max(time, end) : time;
    },
  };
}
