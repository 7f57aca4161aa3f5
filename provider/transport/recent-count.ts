/** How many events the last second held, to within a tenth of it: one slot for each, so that counting costs nothing however many there are. */
export type RecentCount = {
  add(now: number): void;
  /** Events of the second that ends at `now`. */
  total(now: number): number;
};

const SLOT = 100;
const SLOTS = 10;

/** Counts events by milliseconds of any clock that does not go back. */
export function createRecentCount(): RecentCount {
  const counts = new Array<number>(SLOTS).fill(0);
  let newest = 0;

  function forgetUntil(now: number): void {
    const slot = Math.floor(now / SLOT);
    for (let passed = Math.max(newest + 1, slot - SLOTS + 1); passed <= slot; passed += 1) {
      counts[passed % SLOTS] = 0;
    }
    newest = Math.max(newest, slot);
  }

  return {
    add(now) {
      forgetUntil(now);
      counts[newest % SLOTS] = (counts[newest % SLOTS] ?? 0) + 1;
    },
    total(now) {
      forgetUntil(now);
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
