import type { Connection } from "../../provider/config";
import { type Flow, operations } from "../../provider/operations";
import type { Operation, Send } from "../../provider/transport";
import { createTransport } from "../../provider/transport/transport";
import type { TransportOptions } from "../../provider/transport/transport";
import { CLIENT_ID, planted } from "./planted";

type Operations = typeof operations;

/** Name of an operation. */
export type Name = keyof Operations;

/** Any operation, for whom its parameters are. */
export type AnyOperation = Operation<unknown, unknown>;

export const environmentId = "11111111-2222-4333-8444-555555555555";
export const userId = "a11ce000-0000-4000-8000-000000000001";
const user = { environmentId, userId };

/** A sign-on whose links the answers are to give. */
export const flow: Flow = {
  environmentId,
  id: "f1000000-0000-4000-8000-000000000001",
  status: "USERNAME_PASSWORD_REQUIRED",
  links: {},
  cookie: `ST=${planted.session}`,
};

const { password, newPassword, recoveryCode } = planted;

const params: { readonly [N in Name]: Operations[N] extends Operation<infer P, unknown> ? P : never } = {
  checkPassword: { ...user, password },
  checkUsernamePassword: { flow, username: "alice", password },
  createUser: { environmentId, username: "alice", password: { value: password } },
  deleteUser: user,
  forcePasswordChange: user,
  forgotPassword: { flow, username: "alice" },
  listPasswordPolicies: { environmentId },
  listPopulations: { environmentId, cursor: "first" },
  listUsers: { environmentId, username: "alice" },
  lockAccount: user,
  readFlow: { flow },
  readPasswordPolicy: { environmentId, policyId: userId },
  readPasswordState: user,
  readUser: user,
  recoverInFlow: { flow, recoveryCode, newPassword },
  recoverPassword: { ...user, recoveryCode, newPassword },
  resetInFlow: { flow, currentPassword: password, newPassword },
  resetPassword: { ...user, currentPassword: password, newPassword },
  sendRecoveryCode: user,
  sendRecoveryCodeInFlow: { flow },
  setPassword: { ...user, value: password, forceChange: false },
  setPasswordValue: { ...user, value: password, forceChange: false, bypassPolicy: true },
  startFlow: { environmentId, applicationId: userId },
  unlockAccount: user,
  unlockPassword: user,
  updateUser: { ...user, email: "alice@example.com" },
  updateUserEnabled: { ...user, enabled: true },
  updateUserPopulation: { ...user, populationId: userId },
};

/** All operations. */
export const names = Object.keys(operations) as Name[];

/** Makes the call of an operation, with a secret in each place that holds one. */
export function call(send: Send, name: Name): Promise<unknown> {
  return send(operations[name] as AnyOperation, params[name]);
}

/** The same with some parameters changed. */
export function callWith(send: Send, name: Name, changes: object): Promise<unknown> {
  return send(operations[name] as AnyOperation, { ...params[name], ...changes });
}

/** The secrets that a call sends, the token apart. */
export function secretsOf(name: Name): readonly string[] {
  const sent = JSON.stringify(params[name]);
  return Object.values(planted).filter((secret) => sent.includes(JSON.stringify(secret).slice(1, -1)));
}

/** A transport that gives up soon, with the planted client secret or token. */
export function hostileTransport(
  url: string,
  credentials: "client" | "token",
  options: TransportOptions = {},
): Send {
  const connection: Connection = {
    source: "the test",
    apiUrl: url,
    authUrl: url,
    credentials:
      credentials === "token"
        ? { kind: "token", accessToken: planted.token }
        : { kind: "client", environmentId, clientId: CLIENT_ID, clientSecret: planted.clientSecret },
  };
  const retry = { retries: 1, baseDelay: 1, maxDelay: 2, maxRetryAfter: 5 };
  return createTransport(connection, { retry, timeout: 2_000, ...options });
}
