import type { PartialFailure } from "../../../provider/errors";
import type { Props, Report } from "../../../provider/lifecycle";
import { userPassword } from "../../../provider/lifecycle/user-password";
import type { RunReads } from "../../../provider/lifecycle/run-reads";
import type { UserPasswordState } from "../../../provider/lifecycle/user-password-types";
import type { Send } from "../../../provider/transport";
import type { Simulator } from "../../../simulator";
import { createSession, laxReads, transportTo } from "../../helpers/session";
import { bringUp, carried, type Stored } from "../bring-up";

/** A UserPassword as the state keeps it. */
export type StoredPassword = Stored<UserPasswordState>;

/** What a run may have in particular. */
export type Run = {
  /** The state of the run before. */
  readonly before?: StoredPassword | undefined;
  readonly report?: Report;
  readonly send?: Send;
  /** What check asks of the tenant. Default: nothing, so that the calls are those of create and update alone. */
  readonly reads?: RunReads;
  /** Default: true, so that check says what it says at preview. The update itself asks nothing beforehand. */
  readonly isPreview?: boolean;
};

/** Runs `pulumi up` for a program with one UserPassword. Every run has a provider process of its own. */
export function upPassword(
  simulator: Simulator,
  args: Props,
  { before, report, send = transportTo(simulator), reads = laxReads, isPreview = true }: Run = {},
): Promise<StoredPassword> {
  const lifecycle = userPassword(createSession(simulator, { send, reads, isPreview: () => isPreview }));
  return bringUp(lifecycle, { fingerprint: "", ...args }, before, report);
}

/** What the engine keeps of a run that failed half-way. */
export function keptAfter({ id, properties }: PartialFailure, inputs: Props): StoredPassword {
  const outs = carried(properties) as unknown as UserPasswordState;
  return { id, inputs: { ...inputs, fingerprint: outs.fingerprint }, outs };
}
