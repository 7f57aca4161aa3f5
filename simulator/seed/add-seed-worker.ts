import { randomUUID } from "node:crypto";
import type { State } from "../state/state";
import { IDENTITY_DATA_ADMIN } from "../state/worker";
import type { Worker } from "../state/worker";
import type { SeedWorker } from "./seed";
import { SeedError } from "./seed-error";

/** Adds a worker application to an environment. @param where how an error names the entry @throws SeedError */
export function addSeedWorker(
  state: State,
  environmentId: string,
  entry: SeedWorker & { readonly clientSecret: string },
  where: string,
): Worker {
  const { clientId = randomUUID(), name = "Worker", clientSecret, tokenEndpointAuthMethod, roles } = entry;
  if (state.workers.has(clientId) || state.applications.has(clientId)) {
    throw new SeedError(`${where}.clientId`, "is used twice");
  }
  const methods: readonly unknown[] = ["CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", undefined];
  if (!methods.includes(tokenEndpointAuthMethod)) {
    throw new SeedError(
      `${where}.tokenEndpointAuthMethod`,
      "must be CLIENT_SECRET_BASIC or CLIENT_SECRET_POST",
    );
  }
  const worker: Worker = {
    type: "WORKER",
    clientId,
    name,
    clientSecret,
    environmentId,
    tokenEndpointAuthMethod,
    roles: roles ?? [{ name: IDENTITY_DATA_ADMIN }],
  };
  state.workers.set(clientId, worker);
  return worker;
}
