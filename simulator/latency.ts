/** The time every answer takes beside the work, as over a network. */
export class Latency {
  #milliseconds = 0;

  constructor(milliseconds: number) {
    this.set(milliseconds);
  }

  /** @throws RangeError unless it is a number that is not negative */
  set(milliseconds: number): void {
    if (!Number.isFinite(milliseconds) || milliseconds < 0) {
      throw new RangeError("The latency is a number of milliseconds that is not negative.");
    }
    this.#milliseconds = milliseconds;
  }

  /** Calls back after that time; at once where there is none. Others are not held up. */
  wait(done: () => void): void {
    if (this.#milliseconds === 0) done();
    else setTimeout(done, this.#milliseconds).unref(); // Whoever waits holds a connection: that keeps the process.
  }
}
