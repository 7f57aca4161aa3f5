import { randomUUID } from "node:crypto";
import { GRANT_TYPES } from "../state/application";
import type { Application } from "../state/application";
import type { State } from "../state/state";
import { randomSecret } from "../token/random-secret";
import { DEFAULT_APPLICATION, DEFAULT_REDIRECT_URI } from "./defaults";
import type { SeedApplication } from "./seed";
import { SeedError } from "./seed-error";

const METHODS: readonly unknown[] = ["CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "NONE", undefined];

/** Adds a web application to an environment. @param where how an error names the entry @throws SeedError */
export function addSeedApplication(
  state: State,
  environmentId: string,
  entry: SeedApplication,
  where: string,
): Application {
  const { clientId = randomUUID(), name, tokenEndpointAuthMethod } = entry;
  if (state.workers.has(clientId) || state.applications.has(clientId)) {
    throw new SeedError(`${where}.clientId`, "is used twice");
  }
  const others = [...state.applications.values()].filter((other) => other.environmentId === environmentId);
  if (others.some((other) => other.name === name)) throw new SeedError(`${where}.name`, "is used twice");
  if (!METHODS.includes(tokenEndpointAuthMethod)) {
    throw new SeedError(
      `${where}.tokenEndpointAuthMethod`,
      "must be CLIENT_SECRET_BASIC, CLIENT_SECRET_POST or NONE",
    );
  }
  const application: Application = {
    type: "WEB_APP",
    clientId,
    name,
    environmentId,
    clientSecret: chooseSecret(entry, where),
    redirectUris: readRedirectUris(entry, where),
    grantTypes: readGrantTypes(entry, where),
    tokenEndpointAuthMethod,
  };
  state.applications.set(clientId, application);
  return application;
}

/** The applications of an environment: those given and, unless one has its name, the default one. */
export function withDefaultApplication(
  applications: readonly SeedApplication[],
  clientId: string,
): readonly SeedApplication[] {
  if (applications.some(({ name }) => name === DEFAULT_APPLICATION)) return applications;
  const added = { clientId, name: DEFAULT_APPLICATION, redirectUris: [DEFAULT_REDIRECT_URI] };
  return [...applications, added];
}

/** Makes the secrets that are left out, so that they outlast a reset. */
export function withSecrets(applications: readonly SeedApplication[]): readonly SeedApplication[] {
  return applications.map((entry) =>
    entry.tokenEndpointAuthMethod === "NONE" ? entry : { clientSecret: randomSecret(), ...entry },
  );
}

function chooseSecret(entry: SeedApplication, where: string): string | undefined {
  if (entry.tokenEndpointAuthMethod !== "NONE") return entry.clientSecret ?? randomSecret();
  if (entry.clientSecret === undefined) return undefined;
  throw new SeedError(`${where}.clientSecret`, "cannot stand beside NONE");
}

function readRedirectUris({ redirectUris = [] }: SeedApplication, where: string): readonly string[] {
  redirectUris.forEach((uri: unknown, index) => {
    // A fragment would swallow the code, so OAuth forbids one.
    if (typeof uri === "string" && URL.canParse(uri) && !uri.includes("#")) return;
    throw new SeedError(`${where}.redirectUris[${index}]`, "must be an absolute URL without a fragment");
  });
  return redirectUris;
}

function readGrantTypes({ grantTypes = ["AUTHORIZATION_CODE"] }: SeedApplication, where: string) {
  grantTypes.forEach((grantType, index) => {
    if (GRANT_TYPES.includes(grantType)) return;
    throw new SeedError(`${where}.grantTypes[${index}]`, `must be one of ${GRANT_TYPES.join(", ")}`);
  });
  return grantTypes;
}
