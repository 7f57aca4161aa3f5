import {
  type Connection,
  type ConnectionSettings,
  readConfig,
  readConnection,
  settingNames,
  settings,
} from "../config";
import { PingOneConfigError } from "../errors";
import { operations } from "../operations";
import { createTransport, type Operation } from "../transport";

/** How a client is made. */
export type ClientOptions = {
  /** Where the tenant is and who asks. Default: `PINGONE_*` of the environment. Taken whole, never mixed. */
  readonly connection?: ConnectionSettings;
  /** Milliseconds for one request. @default 30000 */
  readonly timeout?: number;
  /** Calls in flight at once. @default 16 */
  readonly concurrency?: number;
};

type Operations = typeof operations;

type Call<N extends keyof Operations> =
  Operations[N] extends Operation<infer P, infer R> ? (params: P) => Promise<R> : never;

/**
 * PingOne's password operations for scripts: one token, one limiter and one set of connections for all calls. 429, 503 and, where a
 * call may be made twice, other passing failures are repeated. Every call throws a `PingOneError`; no message repeats a secret.
 */
export type Client = {
  /** Asks whether a password is the user's current one. A miss is a `PingOneApiError`, and PingOne counts it towards a lockout. */
  readonly checkPassword: Call<"checkPassword">;
  /** Signs on with a username and a password at a sign-on. A miss is a `PingOneApiError` (INVALID_CREDENTIALS) and counts towards a lockout. */
  readonly checkUsernamePassword: Call<"checkUsernamePassword">;
  /** Makes the user choose another password at the next sign-on; the password is kept, a lockout ends. */
  readonly forcePasswordChange: Call<"forcePasswordChange">;
  /** Has a recovery code mailed at a sign-on; answers the same when there is no such user. */
  readonly forgotPassword: Call<"forgotPassword">;
  /** The password policies of an environment. */
  readonly listPasswordPolicies: Call<"listPasswordPolicies">;
  /** The user of a username: one or none. */
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
};

/**
 * Makes a client. Makes no call yet.
 * @throws {PingOneConfigError} when the connection is not, or wrongly, configured
 *
 * @example
 * const pingone = createClient();
 * await pingone.setPassword({ environmentId, userId, value: password, forceChange: true });
 */
export function createClient(options: ClientOptions = {}): Client {
  refuseOtherOptions(options);
  const { connection, ...others } = options;
  const found =
    connection === undefined ? readEnvironment(process.env) : readConnection(connection, process.env);
  const send = createTransport(found, others);
  return {
    checkPassword: (params) => send(operations.checkPassword, params),
    checkUsernamePassword: (params) => send(operations.checkUsernamePassword, params),
    forcePasswordChange: (params) => send(operations.forcePasswordChange, params),
    forgotPassword: (params) => send(operations.forgotPassword, params),
    listPasswordPolicies: (params) => send(operations.listPasswordPolicies, params),
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
  };
}

/** A connection that is not given as such would silently be another one: that of the environment. */
function refuseOtherOptions(options: ClientOptions): void {
  const [other] = Object.keys(options).filter((name) => !OPTIONS.includes(name));
  if (other !== undefined) {
    throw new PingOneConfigError(
      `createClient has no option "${other}". It takes ${OPTIONS.join(", ")}; client id, secret and the like go into connection: { ... }.`,
    );
  }
}

const OPTIONS: readonly string[] = ["connection", "timeout", "concurrency"];

function readEnvironment(env: NodeJS.ProcessEnv): Connection {
  if (settingNames.every((name) => (env[settings[name]] ?? "").trim() === "")) {
    throw new PingOneConfigError(
      `createClient: the connection to PingOne is not configured. Set ${settings.clientId}, ${settings.clientSecret}, ${settings.environmentId} and ${settings.regionCode} in the environment, or pass connection: { clientId, clientSecret, environmentId, regionCode }.`,
    );
  }
  return readConfig(() => undefined, env);
}
