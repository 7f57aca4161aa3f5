import type { FastifyReply, FastifyRequest } from "fastify";
import { answerError, dispatch } from "./dispatch";
import type { IncomingRequest } from "./dispatch";
import { limitExceeded } from "./errors";
import { deliver } from "./faults/deliver";
import type { Delivery, FaultEffect } from "./faults/fault-effect";
import type { Faults } from "./faults/faults";
import type { Latency } from "./latency";
import type { WritableLedger } from "./ledger";
import type { OperationContext, OperationResponse } from "./operation";
import type { RateLimit } from "./rate-limit";
import { recordRequest } from "./record-request";
import { isOwnPath } from "./own-path";
import type { Outcome } from "./record-request";
import type { Route } from "./routes";
import { selectRoute } from "./routes";
import { sendResponse } from "./send-response";
import type { Simulation } from "./simulation";
import { revokeToken } from "./token/authorize";
import { readContentTypes, selectMediaType } from "./wire/media-type";

/** What the server needs beside the state. */
export type ServerContext = OperationContext & {
  readonly ledger: WritableLedger;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly latency: Latency;
  readonly simulation: Simulation;
};

/** Answers a request to one path of the API: with 429 beyond the rate limit, with the fault that waits for it, else with its operation. */
export async function answerRequest(
  context: ServerContext,
  candidates: readonly Route[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const incoming = readIncoming(request);
  const route = selectRoute(candidates, incoming.mediaType);
  const selected = { access: candidates[0]?.access ?? "bearer", route };
  const now = context.clock.now();
  const begun = performance.now();
  const record = (outcome: Outcome) => {
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    return recordRequest(context.ledger, now, request, incoming, route, { ...outcome, ms });
  };
  const retryAfter = selected.access === "bearer" ? context.rateLimit.take() : undefined;
  if (retryAfter !== undefined) {
    const response = answerError(limitExceeded(retryAfter), request.id);
    record({ status: response.status });
    return sendResponse(reply, response);
  }
  const run = async () => {
    const response = await dispatch(context, selected, incoming, request.id);
    // Also what is refused may have changed something: a wrong check counts. Tokens are not kept.
    if (request.method !== "GET" && route?.operation !== "issueToken") context.simulation.noteChange();
    return response;
  };
  const fault = context.faults.take(route?.operation, selected.access, {
    correlationId: request.id,
    now,
    url: request.url,
    revokeToken: () => {
      revokeToken(context.state, incoming);
    },
  });
  if (fault === undefined) {
    const response = await run();
    record({ status: response.status, ran: response });
    return sendResponse(reply, response);
  }
  const { delivery, ran } = await undergo(fault.effect, run);
  const noteLost = record({ ...outcomeOf(delivery), ran, fault: fault.name });
  return deliver(reply, delivery, noteLost);
}

/** Answers an error that arose outside of every operation, such as an unknown path. What is refused of the simulator's own is no request to PingOne. */
export function answerOutside(
  { ledger, clock }: ServerContext,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const response = answerError(error, request.id);
  const { status } = response;
  if (!isOwnPath(request.url)) {
    recordRequest(ledger, clock.now(), request, readIncoming(request), undefined, { status });
  }
  return sendResponse(reply, response);
}

/** Lets a fault take place, with the operation where it has one. */
async function undergo(
  effect: FaultEffect,
  run: () => Promise<OperationResponse>,
): Promise<{ readonly delivery: Delivery; readonly ran: OperationResponse | undefined }> {
  if (!effect.runs) return { delivery: effect.delivery, ran: undefined };
  await effect.before?.();
  const ran = await run();
  return { delivery: effect.deliver(ran), ran };
}

function outcomeOf(delivery: Delivery): Pick<Outcome, "status" | "answerLost"> {
  return "answer" in delivery
    ? { status: delivery.answer.status, answerLost: delivery.way === "half" }
    : { status: undefined, answerLost: true };
}

function readIncoming(request: FastifyRequest): IncomingRequest {
  return {
    origin: `http://${request.headers.host ?? ""}`,
    params: request.params as Record<string, string>,
    query: readQuery(request.url),
    authorization: request.headers.authorization,
    cookie: request.headers.cookie,
    remoteIp: request.ip,
    mediaType: selectMediaType(readContentTypes(request.raw.rawHeaders)),
    text: typeof request.body === "string" ? request.body : "",
  };
}

function readQuery(url: string): Record<string, string> {
  const start = url.indexOf("?");
  return start < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start + 1)));
}
