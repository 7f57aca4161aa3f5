/** One call of PingOne's management API, as data: `transport` runs it, nothing else does. */
export type Operation<P, R> = {
  /** The name the operation has in messages, tests and the README. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT";
  /** Path and query below `/v1`, with every part encoded. */
  path(params: P): string;
  /** The media type that selects the operation at PingOne. Absent for a read. */
  readonly mediaType?: string;
  /** The JSON to send; absent for operations without a body. */
  body?(params: P): Readonly<Record<string, unknown>>;
  /** What is in `body` that no message may ever repeat. */
  secrets?(params: P): readonly string[];
  /** True when doing it twice is the same as doing it once, so that it is repeated after a failure that leaves it open. */
  readonly repeatable: boolean;
  /** Reads PingOne's answer (undefined when it is empty); undefined when it lacks what we need. */
  parse(body: unknown): R | undefined;
};
