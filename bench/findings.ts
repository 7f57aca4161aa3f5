/** Milliseconds that the simulator adds to each answer. */
export const LATENCIES = [0, 20] as const;

/** One of {@link LATENCIES}. */
export type Latency = (typeof LATENCIES)[number];

/** A figure for each latency; undefined where it was not measured. */
export type ByLatency = Readonly<Partial<Record<Latency, number | undefined>>>;

/** Seconds that one step took, the median of the rounds. */
export type Timing = {
  readonly what: string;
  readonly users: number;
  /** A provider that does nothing with the same inputs. */
  readonly nothing?: number | undefined;
  readonly ours: ByLatency;
  /** A bare loop of the same requests. */
  readonly limit?: ByLatency | undefined;
  /** The same loop against a server that does nothing. */
  readonly empty?: number | undefined;
  /** Requests to the simulator, for each user. */
  readonly calls?: string | undefined;
};

/** Bytes, or another unit that the name tells. */
export type Size = {
  readonly what: string;
  readonly nothing?: number | undefined;
  readonly ours: number | undefined;
};

/** A rule that has to hold: `actual` is at most, or at least, `limit`. Undefined when it could not be measured. */
export type Rule = {
  readonly rule: string;
  readonly bound: "at most" | "at least";
  readonly limit: number;
  readonly actual: number | undefined;
};

/** What a measure found. */
export type Findings = {
  readonly timings?: readonly Timing[];
  readonly sizes?: readonly Size[];
  readonly rules?: readonly Rule[];
  /** Whole sentences for the reader. */
  readonly remarks?: readonly string[];
};
