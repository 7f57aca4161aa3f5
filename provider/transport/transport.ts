import { setTimeout as sleep } from "node:timers/promises";
import pRetry, { AbortError } from "p-retry";
import type { Connection } from "../config";
import { PingOneAuthError, PingOneError, PingOneResponseError } from "../errors";
import { createAgents } from "./agents";
import { parseJson } from "./error-body";
import { createExchange, type HttpRequest, type HttpResponse } from "./exchange";
import { createLimiter } from "./limiter";
import type { Operation } from "./operation";
import { toError } from "./response-error";
import { defaultRetryPolicy, delayBeforeRepeat, type Repeatable, type RetryPolicy } from "./retry";
import { signOnUrl } from "./sign-on-url";
import { createTokenSource } from "./token";
import { version } from "../version";

/** Runs one operation against PingOne. @throws {PingOneError} */
export type Send = <P, R>(operation: Operation<P, R>, params: P) => Promise<R>;

/** What can be turned on a transport; the defaults suit a real tenant. */
export type TransportOptions = {
  /** Milliseconds for one request. @default 30000 */
  readonly timeout?: number;
  /** @default {@link defaultRetryPolicy} */
  readonly retry?: RetryPolicy;
  /** Calls in flight at once. @default 16 */
  readonly concurrency?: number;
  /** Awaited before every request; may end the process. */
  readonly beforeRequest?: () => Promise<void>;
  /** Milliseconds since the epoch, for a token's expiry. @default Date.now */
  readonly now?: () => number;
};

/** The way to one PingOne tenant: one token, one limiter and one set of connections for all that use it. */
export function createTransport(connection: Connection, options: TransportOptions = {}): Send {
  const {
    timeout = 30_000,
    retry = defaultRetryPolicy,
    concurrency = 16,
    beforeRequest,
    now = Date.now,
  } = options;
  const plainExchange = createExchange(createAgents(), timeout);
  const exchange = async (request: HttpRequest): Promise<HttpResponse> => {
    await beforeRequest?.();
    return plainExchange(request);
  };
  const limit = createLimiter(concurrency);
  const tokens = createTokenSource(connection, exchange, (call) => repeat(call, true, retry), now);

  /** A token has had repeats of its own: without one the call fails, or they would multiply. */
  async function getToken(): Promise<string> {
    try {
      return await tokens.get();
    } catch (error) {
      throw error instanceof PingOneError ? new AbortError(error) : error;
    }
  }

  async function sendOnce<P, R>(operation: Operation<P, R>, params: P): Promise<HttpResponse> {
    const token = operation.host === "signOn" ? undefined : await getToken();
    const response = await exchange(toRequest(connection, operation, params, token));
    if (response.status >= 200 && response.status < 300) {
      return response;
    }
    const error = toError(
      operation.name,
      response,
      secretsOf(connection, operation, params, token),
      token === undefined ? undefined : connection.source,
    );
    if (error instanceof PingOneAuthError && token !== undefined && tokens.discard(token)) {
      throw new TokenRefused(error);
    }
    throw error;
  }

  /** A token can be revoked, or expire on the way: one new one is tried, then the refusal stands. */
  async function sendWithFreshToken<P, R>(operation: Operation<P, R>, params: P): Promise<HttpResponse> {
    try {
      return await sendOnce(operation, params);
    } catch (first) {
      if (!(first instanceof TokenRefused)) {
        throw first;
      }
    }
    try {
      return await sendOnce(operation, params);
    } catch (second) {
      throw second instanceof TokenRefused ? second.reason : second;
    }
  }

  return async (operation, params) => {
    const response = await limit(() =>
      repeat(
        () => sendWithFreshToken(operation, params),
        operation.once === true ? "once" : operation.repeatable,
        retry,
      ),
    );
    const isEmpty = response.text.trim() === "";
    const body = parseJson(response.text);
    const result =
      body === undefined && !isEmpty
        ? undefined
        : operation.parse(body, params, response.cookies, answeredAt(response));
    if (result === undefined) {
      throw new PingOneResponseError(
        `${operation.name}: the answer (${response.status}) is ${isEmpty ? "empty" : "not what PingOne answers"}. Check what stands between here and PingOne (API URL, proxy), then run the command again.`,
        isEmpty,
      );
    }
    return result;
  };
}

function answeredAt(response: HttpResponse): number | undefined {
  const date = Date.parse(response.header("date") ?? "");
  return Number.isNaN(date) ? undefined : date;
}

/** Inside this file only: a 401 that a new token may cure. */
class TokenRefused extends Error {
  constructor(readonly reason: PingOneAuthError) {
    super(reason.message);
  }
}

async function repeat<T>(call: () => Promise<T>, repeatable: Repeatable, policy: RetryPolicy): Promise<T> {
  return pRetry(call, {
    retries: policy.retries,
    minTimeout: 0,
    maxTimeout: 0,
    shouldRetry: async ({ error, attemptNumber }) => {
      const delay = delayBeforeRepeat(error, attemptNumber, repeatable, Math.random(), policy);
      if (delay !== undefined) {
        await sleep(delay);
      }
      return delay !== undefined;
    },
  });
}

function toRequest<P, R>(
  connection: Connection,
  operation: Operation<P, R>,
  params: P,
  token: string | undefined,
): HttpRequest {
  const body = operation.body?.(params);
  const cookie = operation.cookie?.(params);
  const path = operation.path(params);
  return {
    operation: operation.name,
    method: operation.method,
    url: token === undefined ? signOnUrl(connection, path) : `${connection.apiUrl}/v1${path}`,
    headers: {
      accept: "application/json",
      "user-agent": `pulumi-pingone-password/${version}`,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(operation.mediaType === undefined ? {} : { "content-type": operation.mediaType }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    changes: operation.method !== "GET",
  };
}

function secretsOf<P, R>(
  { credentials }: Connection,
  operation: Operation<P, R>,
  params: P,
  token: string | undefined,
): readonly string[] {
  const secret = credentials.kind === "client" ? credentials.clientSecret : credentials.accessToken;
  return [
    ...(token === undefined ? [] : [token]),
    secret,
    ...cookieTexts(operation.cookie?.(params)),
    // A script may leave one out: PingOne then says what is required.
    ...(operation.secrets?.(params) ?? []).filter((text) => typeof text === "string"),
  ];
}

/** The cookie as it is sent, and each value that is long enough to be one of a session: an answer may repeat either. */
function cookieTexts(cookie = ""): readonly string[] {
  const values = cookie.split("; ").map((pair) => pair.slice(pair.indexOf("=") + 1));
  return [cookie, ...values.filter((value) => value.length >= 8)];
}
