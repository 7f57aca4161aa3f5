/** An answer, PingOne's or not: an object is sent as JSON, a text as it is. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
};
