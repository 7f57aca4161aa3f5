import type { Connection } from "../../provider/config";
import { setPassword } from "../../provider/operations/set-password";
import { readUser } from "../../provider/operations/read-user";
import type { Send, SendOptions } from "../../provider/transport";
import { createTransport } from "../../provider/transport/transport";
import type { TransportOptions } from "../../provider/transport/transport";
import { quickRetry } from "../helpers/session";

/** The token of {@link connectionByToken}. */
export const ACCESS_TOKEN = "given.access.token";

/** The password that {@link sendSet} sets. */
export const PASSWORD = 'Se"cret-Wörd.42';

const user = {
  environmentId: "11111111-2222-4333-8444-555555555555",
  userId: "a11ce000-0000-4000-8000-000000000001",
};

/** A connection that brings its token, so that no token endpoint is needed. */
export function connectionByToken(url: string): Connection {
  return {
    source: "the test",
    apiUrl: url,
    authUrl: url,
    credentials: { kind: "token", accessToken: ACCESS_TOKEN },
  };
}

/** A transport that repeats without waiting, to any address. */
export function transportByToken(url: string, options: TransportOptions = {}): Send {
  return createTransport(connectionByToken(url), { retry: quickRetry, ...options });
}

/** An operation that may be repeated. */
export function sendRead(send: Send, options?: SendOptions): Promise<unknown> {
  return send(readUser, user, options);
}

/** An operation that may not be repeated, with a secret in its body. */
export function sendSet(send: Send): Promise<unknown> {
  return send(setPassword, { ...user, value: PASSWORD, forceChange: false });
}
