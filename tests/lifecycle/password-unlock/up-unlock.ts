import type { Props, Report } from "../../../provider/lifecycle";
import { passwordUnlock } from "../../../provider/lifecycle/password-unlock";
import type { PasswordUnlockState } from "../../../provider/lifecycle/run-unlock";
import type { Send } from "../../../provider/transport";
import type { Simulator } from "../../../simulator";
import { createSession, transportTo } from "../../helpers/session";
import { bringUp, type Stored } from "../bring-up";

/** A PasswordUnlock as the state keeps it. */
export type StoredUnlock = Stored<PasswordUnlockState>;

/** What a run may have in particular. */
export type Run = {
  /** The state of the run before. */
  readonly before?: StoredUnlock | undefined;
  readonly report?: Report;
  readonly send?: Send;
};

/** Runs `pulumi up` for a program with one PasswordUnlock. Every run has a provider process of its own. */
export function upUnlock(
  simulator: Simulator,
  args: Props,
  { before, report, send = transportTo(simulator) }: Run = {},
): Promise<StoredUnlock> {
  return bringUp(passwordUnlock(createSession(simulator, { send })), args, before, report);
}
