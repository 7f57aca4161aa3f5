import type { Clock } from "../clock";
import type { Environment } from "../state/environment";
import type { State } from "../state/state";
import { KEPT_ACTIVITIES, SNAPSHOT_FORMAT, SNAPSHOT_VERSION } from "./snapshot";
import type { EnvironmentSnapshot, Snapshot } from "./snapshot";

/** The ids by which a simulator names its first environment and that one's worker. */
export type HomeIds = Pick<Snapshot, "environmentId" | "clientId">;

/** Looks at everything as it is now. The parts are the state's own, not copies: serialise them before anything changes. */
export function takeSnapshot(state: State, clock: Clock, { environmentId, clientId }: HomeIds): Snapshot {
  return {
    format: SNAPSHOT_FORMAT,
    version: SNAPSHOT_VERSION,
    takenAt: new Date(Date.now() + clock.offset()).toISOString(),
    clockOffset: clock.offset(),
    environmentId,
    clientId,
    environments: [...state.environments.values()].map(environmentSnapshot),
    workers: [...state.workers.values()],
    applications: [...state.applications.values()],
    mails: state.mailbox
      .list()
      .map((mail) => ({ ...mail, at: mail.at.getTime(), expiresAt: mail.expiresAt.getTime() })),
  };
}

function environmentSnapshot(environment: Environment): EnvironmentSnapshot {
  const { id, name, users, populations, passwordPolicies, activities } = environment;
  return {
    id,
    name,
    lastSequence: users.lastSequence,
    populations: [...populations.values()],
    passwordPolicies: [...passwordPolicies.values()],
    users: users.all(),
    activities: activities.all().slice(-KEPT_ACTIVITIES),
  };
}
