import { PingOneApiError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { checkPassword } from "../../provider/operations/check-password";
import type { Simulator } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";

/** Locks a password as an attacker does: by as many wrong checks as the standard policy allows. */
export async function lockOut(simulator: Simulator, user: UserRef): Promise<void> {
  const send = transportTo(simulator);
  for (const password of ["1", "2", "3", "4", "5"]) {
    await refusalOf(PingOneApiError, send(checkPassword, { ...user, password }));
  }
}
