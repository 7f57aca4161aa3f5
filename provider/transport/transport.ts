import { AbortError } from "p-retry";
import type { Connection } from "../config";
import { PingOneAuthError, PingOneError, PingOneResponseError } from "../errors";
import { createAgents } from "./agents";
import { parseJson } from "./error-body";
import { createExchange, type HttpRequest, type HttpResponse } from "./exchange";
import { createLimiter } from "./limiter";
import type { Operation } from "./operation";
import { repeat } from "./repeat";
import { toError } from "./response-error";
import { defaultRetryPolicy, type RetryPolicy } from "./retry";
import { signOnUrl } from "./sign-on-url";
import { createTokenSource } from "./token";
import { version } from "../version";

/** Runs one operation against PingOne. @throws {PingOneError} */
export type Send = <P, R>(operation: Operation<P, R>, params: P, options?: SendOptions) => Promise<R>;

/** What one call may ask for. */
export type SendOptions = {
  /** Told whenever the request goes out, each repeat included: what a call waits for before is no part of its time. */
  readonly onSend?: (() => void) | undefined;
  /** Called when a try gets its place. What it throws ends the call, which does not go out (again). */
  readonly guard?: (() => void) | undefined;
};

/** What can be turned on a transport; the defaults suit a real tenant. */
export type TransportOptions = {
  /** Milliseconds for one request. @default 30000 */
  readonly timeout?: number;
  /** @default {@link defaultRetryPolicy} */
  readonly retry?: RetryPolicy;
  /** Requests in flight at once. @default 16 */
  readonly maxConcurrency?: number | undefined;
  /** Requests per second. A 429 slows all calls down, whatever stands here. @default no limit of our own */
  readonly requestsPerSecond?: number | undefined;
  /** Milliseconds without any answer from PingOne after which no call that timed out is repeated. @default 60000 */
  readonly longestSilence?: number;
  /** Awaited before every request; may end the process. */
  readonly beforeRequest?: () => Promise<void>;
  /** Told of every answer, also of those after which a call is repeated. */
  readonly onAnswer?: (operation: string, answer: HttpResponse) => void;
  /** Milliseconds since the epoch, for a token's expiry. @default Date.now */
  readonly now?: () => number;
};

/** The way to one PingOne tenant: one token, one limiter and one set of connections for all that use it. */
export function createTransport(connection: Connection, options: TransportOptions = {}): Send {
  const {
    timeout = 30_000,
    retry = defaultRetryPolicy,
    maxConcurrency = 16,
    requestsPerSecond,
    longestSilence = 60_000,
    beforeRequest,
    onAnswer,
    now = Date.now,
  } = options;
  const plainExchange = createExchange(createAgents(), timeout);
  const limiter = createLimiter({ maxConcurrency, requestsPerSecond, retry });
  const exchange = limiter.pace(async (request) => {
    await beforeRequest?.();
    request.onSend?.();
    const answer = await plainExchange(request);
    onAnswer?.(request.operation, answer);
    return answer;
  });
  const rules = { policy: retry, limiter, longestSilence };
  const repeatToken = <T>(call: () => Promise<T>) => repeat(call, true, rules);
  const tokens = createTokenSource(connection, exchange, repeatToken, now);

  /** Whether the credentials are good, so that a refusal of the token is about the token. */
  let wasTaken = false;

  /** A token has had repeats of its own: without one the call fails, or they would multiply. */
  async function getToken(): Promise<string> {
    try {
      return await tokens.get();
    } catch (error) {
      if (!(error instanceof PingOneError)) {
        throw error;
      }
      error.isUnsent = true;
      throw new AbortError(error);
    }
  }

  async function sendOnce<P, R>(
    operation: Operation<P, R>,
    params: P,
    { onSend }: SendOptions,
  ): Promise<HttpResponse> {
    const token = operation.host === "signOn" ? undefined : await getToken();
    const response = await exchange({ ...toRequest(connection, operation, params, token), onSend });
    if (response.status >= 200 && response.status < 300) {
      wasTaken = true;
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

  /** A token can be revoked, or expire on the way: a new one is tried. One that was never taken is refused for good. */
  async function sendWithFreshToken<P, R>(
    operation: Operation<P, R>,
    params: P,
    options: SendOptions,
  ): Promise<HttpResponse> {
    for (let fresh = 0; ; fresh += 1) {
      try {
        return await sendOnce(operation, params, options);
      } catch (error) {
        if (!(error instanceof TokenRefused)) {
          throw error;
        }
        if (fresh === (wasTaken ? FRESH_TOKENS : 1)) {
          throw error.reason;
        }
      }
    }
  }

  async function ask<P, R>(operation: Operation<P, R>, params: P, options: SendOptions): Promise<R> {
    const response = await sendWithFreshToken(operation, params, options);
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
  }

  return (operation, params, options = {}) =>
    repeat(
      () =>
        limiter.place(async () => {
          stopAt(options.guard);
          return ask(operation, params, options);
        }),
      operation.once === true ? "once" : operation.repeatable,
      rules,
    );
}

function stopAt(guard: (() => void) | undefined): void {
  try {
    guard?.();
  } catch (error) {
    throw error instanceof Error ? new AbortError(error) : error;
  }
}

/** New tokens that one call may take, where PingOne has taken one before: somebody revokes them. */
const FRESH_TOKENS = 3;

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
