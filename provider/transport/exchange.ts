import fetch, { FetchError, type RequestInit } from "node-fetch";
import { PingOneNetworkError, PingOneTimeoutError } from "../errors";
import { type AgentFor, proxyHost } from "./agents";
import { explainNetworkFailure } from "./network-failure";

/** One HTTP request, fully spelled out. */
export type HttpRequest = {
  /** Name of the operation, for messages. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** False when it changes nothing at PingOne, so that no failure leaves anything open. */
  readonly changes: boolean;
  /** Told when it goes out. */
  readonly onSend?: (() => void) | undefined;
};

/** What came back, whatever the status. */
export type HttpResponse = {
  readonly status: number;
  readonly text: string;
  header(name: string): string | null;
  /** The cookies it sets, each a header of its own. */
  readonly cookies: readonly string[];
};

/** Sends a request and reads the whole answer, or throws a network error. */
export type Exchange = (request: HttpRequest) => Promise<HttpResponse>;

/** PingOne's largest answers are pages of users; anything beyond this is not PingOne. */
const LARGEST_ANSWER = 10 * 1024 * 1024;

/**
 * HTTP over node-fetch. Redirects are not followed: PingOne's API has none, and a token must not travel to another host.
 * @param timeout milliseconds for one request, until its answer is read
 */
export function createExchange(agentFor: AgentFor, timeout: number): Exchange {
  return async ({ operation, method, url, headers, body, changes }) => {
    // AbortSignal.timeout costs three times as much, and keeps each timer until its time has come.
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeout).unref();
    const init: RequestInit = {
      method,
      headers,
      agent: agentFor,
      redirect: "manual",
      size: LARGEST_ANSWER,
      signal: deadline.signal,
      ...(body === undefined ? {} : { body }),
    };
    try {
      const response = await fetch(url, init);
      return {
        status: response.status,
        text: await response.text(),
        header: (name) => response.headers.get(name),
        cookies: response.headers.has("set-cookie") ? (response.headers.raw()["set-cookie"] ?? []) : [],
      };
    } catch (error) {
      const { origin } = new URL(url);
      if (deadline.signal.aborted) {
        throw new PingOneTimeoutError(
          `${operation} got no answer from ${origin} within ${timeout / 1000} s. Check that PingOne can be reached from here, then run the command again.`,
          changes,
        );
      }
      throw networkError(operation, url, error, changes);
    } finally {
      clearTimeout(timer);
    }
  };
}

function networkError(operation: string, url: string, error: unknown, changes: boolean): PingOneNetworkError {
  const code = codeOf(error);
  const { origin } = new URL(url);
  const proxy = proxyHost(url);
  const way =
    proxy === undefined ? "" : ` The connection goes through the proxy ${proxy} (HTTPS_PROXY, NO_PROXY).`;
  const { unclear, explanation } = explainNetworkFailure(code, origin);
  return new PingOneNetworkError(
    `${operation} could not reach ${origin}: ${explanation}${way}`,
    unclear && changes,
    {
      cause: Object.assign(new Error(code ?? "connection failed"), { code }),
    },
  );
}

/** node-fetch puts the code of the system's error, if there is one, on its own; its own failures have a type only. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof FetchError && error.type === "max-size") {
    return error.type;
  }
  return (error as NodeJS.ErrnoException).code;
}
