import { randomUUID } from "node:crypto";
import type { OperationContext } from "../operation";
import type { Environment } from "../state/environment";
import type { User } from "../state/user";
import type { ActivityType } from "./activity-types";
import type { Actor } from "./actor";

/** Records what happened to a user. @param options.actor who did it; left out for events PingOne attributes to nobody */
export function recordActivity(
  { clock, correlationId }: Pick<OperationContext, "clock" | "correlationId">,
  environment: Environment,
  user: User,
  type: ActivityType,
  options: { readonly actor?: Actor | undefined } = {},
): void {
  environment.activities.add({
    id: randomUUID(),
    recordedAt: clock.now(),
    correlationId: correlationId ?? randomUUID(),
    actor: options.actor,
    type,
    user: { id: user.id, name: user.attributes.username, populationId: user.populationId },
  });
}
