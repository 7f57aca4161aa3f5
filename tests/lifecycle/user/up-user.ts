import type { PartialFailure } from "../../../provider/errors";
import type { LivingUsers, Props, Report } from "../../../provider/lifecycle";
import { createLivingUsers } from "../../../provider/lifecycle";
import { user } from "../../../provider/lifecycle/user";
import type { UserState } from "../../../provider/lifecycle/user-types";
import type { Send } from "../../../provider/transport";
import type { Simulator } from "../../../simulator";
import { createSession, transportTo } from "../../helpers/session";
import { bringUp, carried, type Stored } from "../bring-up";

/** A User as the state keeps it. */
export type StoredUser = Stored<UserState>;

/** The mark that the constructor gives to a resource. */
export const OWNER = "pulumi:project/stack/alice";

/** What a run may have in particular. */
export type Run = {
  /** The state of the run before. */
  readonly before?: StoredUser | undefined;
  readonly report?: Report;
  readonly send?: Send;
  readonly livingUsers?: LivingUsers;
};

/** Runs `pulumi up` for a program with one User. Every run has a provider process of its own. */
export function upUser(
  simulator: Simulator,
  args: Props = {},
  { before, report, send = transportTo(simulator), livingUsers = createLivingUsers() }: Run = {},
): Promise<StoredUser> {
  const lifecycle = user(createSession(simulator, { send, livingUsers }));
  return bringUp(lifecycle, declareUser(simulator, args), before, report);
}

/** What the constructor hands over. */
export function declareUser({ environmentId }: Simulator, args: Props = {}): Props {
  return { environmentId, username: "alice", owner: OWNER, ...args };
}

/** What the engine keeps of a run that failed half-way. */
export function keptAfter({ id, properties }: PartialFailure, inputs: Props): StoredUser {
  return { id, inputs, outs: carried(properties) as unknown as UserState };
}

/** The user of a state, in the terms of the operations. */
export function refOf({ id }: StoredUser): { readonly environmentId: string; readonly userId: string } {
  const [environmentId = "", userId = ""] = id.split("/");
  return { environmentId, userId };
}
