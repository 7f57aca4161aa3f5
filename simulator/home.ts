import type { Snapshot } from "./snapshot/snapshot";
import { withDefaultApplication, withSecrets } from "./seed/add-seed-application";
import {
  DEFAULT_APPLICATION,
  DEFAULT_APPLICATION_ID,
  DEFAULT_CLIENT_ID,
  DEFAULT_ENVIRONMENT,
} from "./seed/defaults";
import { deriveId } from "./seed/derive-id";
import type { Seed, SeedApplication, SeedWorker } from "./seed/seed";
import { randomSecret } from "./token/random-secret";

/** The first environment and who has access to it: what a client is pointed at, and what stays at a reset. */
export type Home = {
  readonly environment: { readonly id: string; readonly name: string };
  readonly worker: SeedWorker & { readonly clientId: string; readonly clientSecret: string };
  readonly applications: readonly SeedApplication[];
};

/** @param earlier where it goes on from: its ids and secrets take the place of the seed's and of those made up here */
export function chooseHome(seed: Seed, earlier?: Snapshot): Home {
  const environment = { ...DEFAULT_ENVIRONMENT, ...seed.environment, ...earlierEnvironment(earlier) };
  const own = { clientId: DEFAULT_CLIENT_ID, clientSecret: randomSecret(), ...seed.worker };
  const applications = withDefaultApplication(seed.applications ?? [], defaultIdIn(environment.id));
  return {
    environment,
    worker: { ...own, ...earlierWorker(earlier) },
    applications: withSecrets(applications.map((entry) => ({ ...entry, ...earlierSecret(entry, earlier) }))),
  };
}

/** The first environment's default application has an id that can be written down. */
function defaultIdIn(environmentId: string): string {
  return environmentId === DEFAULT_ENVIRONMENT.id
    ? DEFAULT_APPLICATION_ID
    : deriveId(environmentId, "application", DEFAULT_APPLICATION);
}

function earlierEnvironment(earlier: Snapshot | undefined): Partial<Home["environment"]> {
  const found = earlier?.environments.find(({ id }) => id === earlier.environmentId);
  return found === undefined ? {} : { id: found.id, name: found.name };
}

function earlierWorker(earlier: Snapshot | undefined): Partial<Home["worker"]> {
  const found = earlier?.workers.find(({ clientId }) => clientId === earlier.clientId);
  return found === undefined ? {} : { clientId: found.clientId, clientSecret: found.clientSecret };
}

function earlierSecret(
  { name, tokenEndpointAuthMethod }: SeedApplication,
  earlier: Snapshot | undefined,
): Pick<SeedApplication, "clientSecret"> {
  const found = earlier?.applications.find(
    (candidate) => candidate.environmentId === earlier.environmentId && candidate.name === name,
  );
  return found?.clientSecret === undefined || tokenEndpointAuthMethod === "NONE"
    ? {}
    : { clientSecret: found.clientSecret };
}
