import type { Clock } from "./clock";
import type { Faults } from "./faults/faults";
import type { Home } from "./home";
import type { Latency } from "./latency";
import type { WritableLedger } from "./ledger";
import type { RateLimit } from "./rate-limit";
import { addSeedWorker } from "./seed/add-seed-worker";
import { addSeedEnvironment } from "./seed/apply-seed";
import type { Seed } from "./seed/seed";
import { checkSnapshot } from "./snapshot/check-snapshot";
import { restoreState } from "./snapshot/restore-state";
import { takeSnapshot } from "./snapshot/take-snapshot";
import type { HomeIds } from "./snapshot/take-snapshot";
import type { State } from "./state/state";

/** What is simulated, and what of it a reset begins afresh. */
export type SimulationParts = {
  readonly state: State;
  readonly clock: Clock;
  readonly ledger: WritableLedger;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly latency: Latency;
};

/** What it starts with, and goes back to. */
export type SimulationStart = {
  readonly home: Home;
  readonly seed: Seed;
  readonly rateLimit: number | undefined;
  readonly latency: number;
};

/** The whole of what is simulated: begun from a seed, taken down as a text, put back. */
export class Simulation {
  #ids: HomeIds;

  /** @throws SeedError for entries of the seed that do not fit each other */
  constructor(
    private readonly parts: SimulationParts,
    private readonly start: SimulationStart,
    private readonly onChange: () => void = () => undefined,
  ) {
    this.#ids = this.#begin();
  }

  /** The first environment and its worker. */
  get ids(): HomeIds {
    return this.#ids;
  }

  /** Says that something that is kept has changed. */
  noteChange(): void {
    this.onChange();
  }

  /** Goes back to the seed and the options. */
  reset(): void {
    const { state, clock, ledger, faults, rateLimit, latency } = this.parts;
    state.clear();
    clock.reset();
    ledger.clear();
    faults.reset();
    rateLimit.set(this.start.rateLimit);
    latency.set(this.start.latency);
    this.#ids = this.#begin();
    this.noteChange();
  }

  /** Everything that is kept, as JSON. */
  serialize(): string {
    const { state, clock } = this.parts;
    return JSON.stringify(takeSnapshot(state, clock, this.#ids));
  }

  /** Goes to what a text of `serialize` holds, already parsed and not used elsewhere. @throws SnapshotError, and nothing is changed */
  restore(value: unknown): void {
    checkSnapshot(value);
    restoreState(this.parts.state, value);
    this.parts.clock.setOffset(value.clockOffset);
    this.#ids = { environmentId: value.environmentId, clientId: value.clientId };
    this.noteChange();
  }

  #begin(): HomeIds {
    const { state, clock } = this.parts;
    const { environment, worker, applications } = this.start.home;
    addSeedEnvironment(state, environment, { ...this.start.seed, applications }, clock.now());
    addSeedWorker(state, environment.id, worker, "worker");
    return { environmentId: environment.id, clientId: worker.clientId };
  }
}
