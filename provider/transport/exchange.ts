import fetch, { FetchError, type RequestInit } from "node-fetch";
import { PingOneNetworkError, PingOneTimeoutError } from "../errors";
import type { AgentFor } from "./agents";
import { explainNetworkFailure } from "./network-failure";

/** One HTTP request, fully spelled out. */
export type HttpRequest = {
  /** Name of the operation, for messages. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What came back, whatever the status. */
export type HttpResponse = {
  readonly status: number;
  readonly text: string;
  header(name: string): string | null;
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
  return async ({ operation, method, url, headers, body }) => {
    const signal = AbortSignal.timeout(timeout);
    const init: RequestInit = {
      method,
      headers,
      agent: agentFor,
      redirect: "manual",
      size: LARGEST_ANSWER,
      signal,
      ...(body === undefined ? {} : { body }),
    };
    try {
      const response = await fetch(url, init);
      return {
        status: response.status,
        text: await response.text(),
        header: (name) => response.headers.get(name),
      };
    } catch (error) {
      const { origin } = new URL(url);
      if (signal.aborted) {
        throw new PingOneTimeoutError(
          `${operation} got no answer from ${origin} within ${timeout / 1000} s. Check that PingOne can be reached from here, then run the command again.`,
          true,
        );
      }
      throw networkError(operation, origin, error);
    }
  };
}

function networkError(operation: string, origin: string, error: unknown): PingOneNetworkError {
  // node-fetch puts the system's error, if there is one, under `erroredSysCall` and its code on the error itself.
  const code = error instanceof FetchError ? error.code : (error as NodeJS.ErrnoException).code;
  const { unclear, explanation } = explainNetworkFailure(code, origin);
  return new PingOneNetworkError(`${operation} could not reach ${origin}: ${explanation}`, unclear, {
    cause: Object.assign(new Error(code ?? "connection failed"), { code }),
  });
}
