/** How a worker application must present its secret at the token endpoint. */
export type TokenEndpointAuthMethod = "CLIENT_SECRET_BASIC" | "CLIENT_SECRET_POST";

/** The one role that opens the operations simulated here. */
export const IDENTITY_DATA_ADMIN = "Identity Data Admin";

export type WorkerRole = {
  /** Only `Identity Data Admin` gives rights here; every other name gives none. */
  readonly name: string;
  /** The environments it holds for; default: all of them. */
  readonly environmentIds?: readonly string[];
};

export type Worker = {
  readonly type: "WORKER";
  readonly clientId: string;
  readonly name: string;
  readonly clientSecret: string;
  /** The environment whose token endpoint it uses; it may administer others. */
  readonly environmentId: string;
  /** Undefined: both methods are accepted. */
  readonly tokenEndpointAuthMethod: TokenEndpointAuthMethod | undefined;
  readonly roles: readonly WorkerRole[];
};

/** Says whether the worker's roles reach an environment. */
export function mayAdminister(worker: Worker, environmentId: string): boolean {
  return worker.roles.some(
    (role) =>
      role.name === IDENTITY_DATA_ADMIN &&
      (role.environmentIds === undefined || role.environmentIds.includes(environmentId)),
  );
}
