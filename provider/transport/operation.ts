/** One call of PingOne, as data: `transport` runs it, nothing else does. */
export type Operation<P, R> = {
  /** The name the operation has in messages, tests and the README. */
  readonly name: string;
  /** `signOn`: at the auth host, as a person's browser does it: no token of ours, but the sign-on's cookie. @default "api" */
  readonly host?: "api" | "signOn";
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query below `/v1`, or below the auth host, with every part encoded; a sign-on may give a link of PingOne's instead. */
  path(params: P): string;
  /** The cookie of the sign-on, which is a secret. */
  cookie?(params: P): string;
  /** The media type that selects the operation at PingOne. Absent for a read. */
  readonly mediaType?: string;
  /** The JSON to send; absent for operations without a body. */
  body?(params: P): Readonly<Record<string, unknown>>;
  /** What is in `body` that no message may ever repeat. */
  secrets?(params: P): readonly string[];
  /** True when doing it twice is the same as doing it once, so that it is repeated after a failure that leaves it open. */
  readonly repeatable: boolean;
  /**
   * True when doing it twice is worse than not at all (a mail, a code that is used up), or when whoever sends it looks first: even a 503
   * is then a failure that leaves it open, unless it is PingOne's own. @default false
   */
  readonly once?: boolean;
  /**
   * Reads PingOne's answer (undefined when it is empty), the cookies it sets and when it answered (milliseconds since the epoch, by
   * its own clock); undefined when it lacks what we need.
   */
  parse(body: unknown, params: P, cookies: readonly string[], answeredAt: number | undefined): R | undefined;
};
