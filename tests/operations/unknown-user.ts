import type { UserRef } from "../../provider/operations";
import type { Simulator } from "../../simulator";

/** A user that the environment does not have. */
export function unknownUser(simulator: Simulator): UserRef {
  return { environmentId: simulator.environmentId, userId: "00000000-0000-4000-8000-000000000000" };
}
