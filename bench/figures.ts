import type { Calls } from "./calls";
import { type ByLatency, LATENCIES, type Latency } from "./findings";
import { median, medianRatio } from "./median";

/**
 * Who did it: a provider that does nothing, ours with this latency, a bare loop of the same requests with this latency, or that
 * loop against a server that does nothing.
 */
export type Variant = "nothing" | Latency | `limit ${Latency}` | "empty";

/** One figure of one round. */
export type Figure = {
  readonly variant: Variant;
  readonly users: number;
  readonly step: string;
  readonly seconds: number;
  readonly peak?: number | undefined;
  readonly calls?: Calls | undefined;
};

/** What is looked for among the figures. */
export type Query = Pick<Figure, "users" | "step">;

/** The figures of all rounds, in the order of the rounds. */
export class Figures {
  readonly #all: Figure[] = [];

  add(...figures: readonly Figure[]): void {
    this.#all.push(...figures);
  }

  seconds(variant: Variant, query: Query): number[] {
    return this.#of(query)
      .filter((figure) => figure.variant === variant)
      .map(({ seconds }) => seconds);
  }

  median(variant: Variant, query: Query): number | undefined {
    return median(this.seconds(variant, query));
  }

  /** Medians of ours, or of the bare loop. */
  byLatency(query: Query, who: "ours" | "limit" = "ours"): ByLatency {
    return Object.fromEntries(
      LATENCIES.map((latency) => [
        latency,
        this.median(who === "ours" ? latency : `limit ${latency}`, query),
      ]),
    );
  }

  /** One variant as a multiple of another. */
  ratio(above: Variant, below: Variant, query: Query): number | undefined {
    return medianRatio(this.seconds(above, query), this.seconds(below, query));
  }

  /** Seconds of each round beyond those of the provider that does nothing. */
  beyondNothing(variant: Variant, query: Query): number[] {
    const nothing = this.seconds("nothing", query);
    return this.seconds(variant, query).flatMap((seconds, round) => {
      const floor = nothing[round];
      return floor === undefined ? [] : [seconds - floor];
    });
  }

  calls(query: Query): Calls | undefined {
    return this.#of(query).find(({ calls }) => calls !== undefined)?.calls;
  }

  /** The highest of all steps and rounds. */
  peak(of: readonly Variant[], users: number): number | undefined {
    const peaks = this.#all
      .filter((figure) => of.includes(figure.variant) && figure.users === users)
      .flatMap(({ peak }) => peak ?? []);
    return peaks.length === 0 ? undefined : Math.max(...peaks);
  }

  #of({ users, step }: Query): Figure[] {
    return this.#all.filter((figure) => figure.users === users && figure.step === step);
  }
}
