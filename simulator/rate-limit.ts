/** How many requests a second are let through, whoever makes them: a token bucket that holds one second's worth. */
export class RateLimit {
  #perSecond: number | undefined;
  #tokens = 0;
  #filledAt = 0;

  /** @param readTime milliseconds of a clock that only runs forwards. Default: the real time, since clients wait in it. */
  constructor(
    perSecond: number | undefined,
    private readonly readTime: () => number = () => performance.now(),
  ) {
    this.set(perSecond);
  }

  /** Begins afresh with a full bucket. @param perSecond undefined: no limit @throws RangeError unless it is above 0 */
  set(perSecond: number | undefined): void {
    if (perSecond !== undefined && !(Number.isFinite(perSecond) && perSecond > 0)) {
      throw new RangeError(
        "A rate limit is a number of requests a second that is above 0, or undefined for none.",
      );
    }
    this.#perSecond = perSecond;
    this.#tokens = capacityOf(perSecond ?? 0);
    this.#filledAt = this.readTime();
  }

  /** Lets a request through. @returns undefined, or the whole seconds after which to try again: at least one */
  take(): number | undefined {
    const perSecond = this.#perSecond;
    if (perSecond === undefined) return undefined;
    const now = this.readTime();
    const gained = ((now - this.#filledAt) / 1000) * perSecond;
    this.#tokens = Math.min(this.#tokens + gained, capacityOf(perSecond));
    this.#filledAt = now;
    if (this.#tokens < 1) return Math.ceil((1 - this.#tokens) / perSecond);
    this.#tokens -= 1;
    return undefined;
  }
}

/** Room for one request at least, or none would ever pass. */
function capacityOf(perSecond: number): number {
  return Math.max(perSecond, 1);
}
