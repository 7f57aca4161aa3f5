import type { Environment } from "../state/environment";
import type { User } from "../state/user";
import type { Actor } from "./actor";

/** A user who acts on the own account. */
export function userActor(environment: Environment, user: User): Actor {
  return {
    type: "USER",
    id: user.id,
    name: user.attributes.username,
    environmentId: environment.id,
    populationId: user.populationId,
  };
}
