import {
  completeLimits,
  type Connection,
  type ConnectionSettings,
  limitNames,
  type Limits,
  readConfig,
  readConnection,
  settingNames,
  settings,
} from "../config";
import { PingOneConfigError } from "../errors";
import { operations } from "../operations";
import type { Operation } from "../transport";
import { quoted } from "../quoted";
import { didYouMean } from "../text/nearest";
import { createTransport } from "../transport/transport";

/** How a client is made. A pace that is left out is `PINGONE_MAX_CONCURRENCY` and `PINGONE_REQUESTS_PER_SECOND` of the environment. */
export type ClientOptions = Limits & {
  /** Where the tenant is and who asks. Default: `PINGONE_*` of the environment. Taken whole, never mixed. */
  readonly connection?: ConnectionSettings;
  /** Milliseconds for one request. @default 30000 */
  readonly timeout?: number;
};

type Operations = typeof operations;

type Call<N extends keyof Operations> =
  Operations[N] extends Operation<infer P, infer R> ? (params: P) => Promise<R> : never;

/**
 * PingOne's password operations for scripts: one token, one limiter and one set of connections for all calls. 503 and, where a
 * call may be made twice, other passing failures are repeated; a 429 slows all calls down, and each waits until PingOne takes it. Every call throws a `PingOneError`; no message repeats a secret.
 */
export type Client = {
  /** Asks whether a password is the user's current one. A miss is a `PingOneApiError`, and PingOne counts it towards a lockout. */
  readonly checkPassword: Call<"checkPassword">;
  /** Signs on with a username and a password at a sign-on. A miss is a `PingOneApiError` (INVALID_CREDENTIALS) and counts towards a lockout. */
  readonly checkUsernamePassword: Call<"checkUsernamePassword">;
  /** Creates a user, with a password if one is given. Never repeated by itself after an unclear failure. */
  readonly createUser: Call<"createUser">;
  /** Deletes a user for good. */
  readonly deleteUser: Call<"deleteUser">;
  /** Makes the user choose another password at the next sign-on; the password is kept, a lockout ends. */
  readonly forcePasswordChange: Call<"forcePasswordChange">;
  /** Has a recovery code mailed at a sign-on; answers the same when there is no such user. */
  readonly forgotPassword: Call<"forgotPassword">;
  /** The password policies of an environment. */
  readonly listPasswordPolicies: Call<"listPasswordPolicies">;
  /** The populations of an environment, page by page. */
  readonly listPopulations: Call<"listPopulations">;
  /** Users page by page: all of an environment, those of an externalId, or the one of a username. */
  readonly listUsers: Call<"listUsers">;
  /** Locks the account as an administrator. */
  readonly lockAccount: Call<"lockAccount">;
  /** Where a sign-on stands. */
  readonly readFlow: Call<"readFlow">;
  /** One password policy. */
  readonly readPasswordPolicy: Call<"readPasswordPolicy">;
  /** The state of a user's password: status, time of the last change, policy in force. */
  readonly readPasswordState: Call<"readPasswordState">;
  /** A user: enabled, may authenticate, locked. */
  readonly readUser: Call<"readUser">;
  /** Sets a new password for the mailed code at a sign-on, and goes on with it. */
  readonly recoverInFlow: Call<"recoverInFlow">;
  /** Sets a new password for the mailed code; a lockout ends. */
  readonly recoverPassword: Call<"recoverPassword">;
  /** Changes the password at a sign-on that asks for it, and goes on with it. */
  readonly resetInFlow: Call<"resetInFlow">;
  /** As an administrator: a temporary password, past the policy, that has to be changed. As the user (a token of the user's): needs `currentPassword`. */
  readonly resetPassword: Call<"resetPassword">;
  /** Mails the user a recovery code, good for 5 minutes; it makes an older one worthless. Never repeated by itself. */
  readonly sendRecoveryCode: Call<"sendRecoveryCode">;
  /** Mails another recovery code at a sign-on that waits for one. Never repeated by itself. */
  readonly sendRecoveryCodeInFlow: Call<"sendRecoveryCodeInFlow">;
  /** Sets a password as an administrator, by the user's policy; a lockout ends. */
  readonly setPassword: Call<"setPassword">;
  /** Sets a password past the policy if asked; without a value it takes the password away. */
  readonly setPasswordValue: Call<"setPasswordValue">;
  /** Begins a sign-on to an application. Nobody is signed on by it. */
  readonly startFlow: Call<"startFlow">;
  /** Lifts an administrator's lock of the account. */
  readonly unlockAccount: Call<"unlockAccount">;
  /** Ends a password lockout; an account lock stays. */
  readonly unlockPassword: Call<"unlockPassword">;
  /** Changes the given attributes of a user; null takes one away. */
  readonly updateUser: Call<"updateUser">;
  /** Enables or disables a user. */
  readonly updateUserEnabled: Call<"updateUserEnabled">;
  /** Moves a user to another population. */
  readonly updateUserPopulation: Call<"updateUserPopulation">;
};

/**
 * Makes a client. Makes no call yet.
 * @throws {PingOneConfigError} when the connection is not, or wrongly, configured
 *
 * @example
 * const client = createClient();
 * await client.setPassword({ environmentId, userId, value: password, forceChange: true });
 */
export function createClient(options: ClientOptions = {}): Client {
  const { connection, timeout, ...limits } = withoutNulls(options);
  const found =
    connection === undefined ? readEnvironment(process.env) : readConnection(connection, process.env);
  const send = createTransport(found, {
    ...(timeout === undefined ? {} : { timeout }),
    ...completeLimits(limits, process.env),
  });
  return {
    checkPassword: (params) => send(operations.checkPassword, params),
    checkUsernamePassword: (params) => send(operations.checkUsernamePassword, params),
    createUser: (params) => send(operations.createUser, params),
    deleteUser: (params) => send(operations.deleteUser, params),
    forcePasswordChange: (params) => send(operations.forcePasswordChange, params),
    forgotPassword: (params) => send(operations.forgotPassword, params),
    listPasswordPolicies: (params) => send(operations.listPasswordPolicies, params),
    listPopulations: (params) => send(operations.listPopulations, params),
    listUsers: (params) => send(operations.listUsers, params),
    lockAccount: (params) => send(operations.lockAccount, params),
    readFlow: (params) => send(operations.readFlow, params),
    readPasswordPolicy: (params) => send(operations.readPasswordPolicy, params),
    readPasswordState: (params) => send(operations.readPasswordState, params),
    readUser: (params) => send(operations.readUser, params),
    recoverInFlow: (params) => send(operations.recoverInFlow, params),
    recoverPassword: (params) => send(operations.recoverPassword, params),
    resetInFlow: (params) => send(operations.resetInFlow, params),
    resetPassword: (params) => send(operations.resetPassword, params),
    sendRecoveryCode: (params) => send(operations.sendRecoveryCode, params),
    sendRecoveryCodeInFlow: (params) => send(operations.sendRecoveryCodeInFlow, params),
    setPassword: (params) => send(operations.setPassword, params),
    setPasswordValue: (params) => send(operations.setPasswordValue, params),
    startFlow: (params) => send(operations.startFlow, params),
    unlockAccount: (params) => send(operations.unlockAccount, params),
    unlockPassword: (params) => send(operations.unlockPassword, params),
    updateUser: (params) => send(operations.updateUser, params),
    updateUserEnabled: (params) => send(operations.updateUserEnabled, params),
    updateUserPopulation: (params) => send(operations.updateUserPopulation, params),
  };
}

/** A program in JavaScript says null for nothing. */
function withoutNulls(options: ClientOptions | null): ClientOptions {
  const entries: [string, unknown][] = Object.entries(options ?? {});
  const given = entries.filter(([, value]) => value !== null && value !== undefined);
  refuseOtherOptions(given.map(([name]) => name));
  return Object.fromEntries(given);
}

/** A connection that is not given as such would silently be another one: that of the environment. */
function refuseOtherOptions(names: readonly string[]): void {
  const other = names.find((name) => !OPTIONS.includes(name));
  if (other !== undefined) {
    throw new PingOneConfigError(
      `createClient has no option ${quoted(other)}${didYouMean(other, OPTIONS)} It takes ${OPTIONS.join(", ")}; client id, secret and the like go into connection: { ... }.`,
    );
  }
}

const OPTIONS: readonly string[] = ["connection", "timeout", ...limitNames];

function readEnvironment(env: NodeJS.ProcessEnv): Connection {
  if (settingNames.every((name) => (env[settings[name]] ?? "").trim() === "")) {
    throw new PingOneConfigError(
      `createClient: the connection to PingOne is not configured. Set ${settings.clientId}, ${settings.clientSecret}, ${settings.environmentId} and ${settings.regionCode} in the environment, or pass connection: { clientId, clientSecret, environmentId, regionCode }.`,
    );
  }
  return readConfig(() => undefined, env);
}
