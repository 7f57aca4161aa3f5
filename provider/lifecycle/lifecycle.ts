/** Properties as the engine hands them over. */
export type Props = Readonly<Record<string, unknown>>;

/** One thing wrong with the inputs. `property` stays empty: the engine would print the value, and anything may be a secret. */
export type CheckFailure = { readonly property: ""; readonly reason: string };

/** Speaks to the user on the resource's own line; the same text once per resource and run. */
export type Report = {
  /** The resource's URN, or what stands for it. */
  readonly resource: string;
  info(message: string): void;
  warn(message: string): void;
  /** Shows how far a long call is, until the next message of the kind. */
  progress(message: string): void;
};

/**
 * What a resource does, whoever asks: nothing here knows how the engine calls.
 * `I` is what a program declares, once checked; `S` is what is kept in the state.
 */
export type Lifecycle<I, S> = {
  /** Bad input comes back as failures, never as a throw. */
  check(
    olds: Props,
    news: Props,
    report: Report,
  ): Promise<{ inputs: Props; failures: readonly CheckFailure[] }>;
  diff(
    id: string,
    olds: S,
    news: I,
    report: Report,
  ): Promise<{ changes: boolean; replaces: readonly string[] }>;
  create(inputs: I, report: Report): Promise<{ id: string; outs: S }>;
  /** Undefined when the object is gone. */
  read(id: string, props: Partial<S>, report: Report): Promise<Partial<S> | undefined>;
  update(id: string, olds: S, news: I, report: Report): Promise<S>;
  delete(id: string, props: S, report: Report): Promise<void>;
};
