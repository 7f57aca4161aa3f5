import type { PartialFailure } from "../../provider/errors";
import type { Lifecycle, Props, Report, Session } from "../../provider/lifecycle";
import type { Send } from "../../provider/transport";
import type { Simulator } from "../../simulator";
import { createSession, laxReads, transportTo } from "../helpers/session";
import { bringUp, carried, type Stored } from "./bring-up";

/** What a run may have in particular. */
export type Run<S> = {
  /** The state of the run before. */
  readonly before?: Stored<S> | undefined;
  readonly report?: Report;
  readonly send?: Send;
};

/** Runs `pulumi up` for a program with one action. Every run has a provider process of its own. */
export function upAction<I, S>(
  simulator: Simulator,
  action: (session: Session) => Lifecycle<I, S>,
  args: Props,
  { before, report, send = transportTo(simulator) }: Run<S> = {},
): Promise<Stored<S>> {
  return bringUp(action(createSession(simulator, { send, reads: laxReads })), args, before, report);
}

/** What the engine keeps of a run that failed half-way. */
export function keptAfter<S>({ id, properties }: PartialFailure, inputs: Props): Stored<S> {
  return { id, inputs, outs: carried(properties) as unknown as S };
}
