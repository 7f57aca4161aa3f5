import { STATUS_CODES } from "node:http";
import { answerError } from "../dispatch";
import { ApiError, OAuthError, limitExceeded } from "../errors";
import type { Answer } from "../answer";
import type { FaultEffect } from "./fault-effect";
import type { RequestFaultRule } from "./fault-rule";

/** What an effect needs to know of the request it hits. */
export type FaultyRequest = {
  readonly correlationId: string;
  /** The simulated time. */
  readonly now: number;
  /** Path and query. */
  readonly url: string;
  /** Ends the token that the request carries. */
  readonly revokeToken: () => void;
};

/** What a rule does to a request it hits. */
export function ruleEffect(rule: RequestFaultRule, request: FaultyRequest): FaultEffect {
  switch (rule.kind) {
    case "429-seconds":
      return instead(answerError(limitExceeded(rule.retryAfter ?? 1), request.correlationId));
    case "429-date":
      return instead(limited(request, httpDate(request.now + (rule.retryAfter ?? 1) * 1000)));
    case "429-nonsense":
      return instead(limited(request, "soon"));
    case "429-bare":
      return instead(limited(request));
    case "500-json":
    case "502-json":
    case "503-json":
      return instead(unexpected(request, statusOf(rule.kind)));
    case "500-html":
    case "502-html":
    case "503-html":
      return instead(page(statusOf(rule.kind)));
    case "500-empty":
    case "502-empty":
    case "503-empty":
      return instead({ status: statusOf(rule.kind) });
    case "reset-before":
      return { runs: false, delivery: { way: "reset" } };
    case "reset-after":
      return { runs: true, deliver: () => ({ way: "reset" }) };
    case "half-body":
      return { runs: true, deliver: (answer) => ({ way: "half", answer }) };
    case "slow-body": {
      const { chunkMs = 100 } = rule;
      return { runs: true, deliver: (answer) => ({ way: "slow", answer, chunkMs }) };
    }
    case "hang-before":
      return { runs: false, delivery: { way: "silence" } };
    case "hang-after":
      return { runs: true, deliver: () => ({ way: "silence" }) };
    case "revoke-token":
      // Without its token the operation refuses by itself.
      return { runs: true, before: request.revokeToken, deliver: (answer) => ({ way: "whole", answer }) };
    case "invalid-client":
      return instead(
        answerError(
          new OAuthError(401, "invalid_client", "Invalid client credentials"),
          request.correlationId,
        ),
      );
    case "html-200":
      return instead(page(200));
    case "json-as-html":
      return { runs: true, deliver: (answer) => ({ way: "whole", answer: asHtml(answer) }) };
    case "redirect-302":
    case "redirect-307":
      return instead({
        status: rule.kind === "redirect-302" ? 302 : 307,
        headers: { Location: new URL(rule.to).origin + request.url },
      });
  }
}

function instead(answer: Answer): FaultEffect {
  return { runs: false, delivery: { way: "whole", answer } };
}

function statusOf(kind: string): number {
  return Number(kind.slice(0, 3));
}

/** 429 whose header says what it likes of the time to come back, or nothing. */
function limited({ correlationId }: FaultyRequest, retryAfter?: string): Answer {
  const answer = answerError(limitExceeded(), correlationId);
  return retryAfter === undefined ? answer : { ...answer, headers: { "Retry-After": retryAfter } };
}

function unexpected({ correlationId }: FaultyRequest, status: number): Answer {
  const error = new ApiError(status, "UNEXPECTED_ERROR", "The request could not be completed.");
  return answerError(error, correlationId);
}

/** A page as something in front of PingOne would send it. */
function page(status: number): Answer {
  const title = `${status} ${STATUS_CODES[status] ?? ""}`;
  return {
    status,
    headers: { "Content-Type": "text/html" },
    body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  };
}

function asHtml({ status, headers, body }: Answer): Answer {
  return {
    status,
    headers: { ...headers, "Content-Type": "text/html" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** Such dates have whole seconds; the next one is not too early. */
function httpDate(time: number): string {
  return new Date(Math.ceil(time / 1000) * 1000).toUTCString();
}
