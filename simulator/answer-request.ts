import { setTimeout as delay } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerError, dispatch, readBody } from "./dispatch";
import type { IncomingRequest } from "./dispatch";
import { ApiError } from "./errors";
import type { Fault, Faults } from "./faults";
import type { WritableLedger } from "./ledger";
import type { OperationContext, OperationResponse } from "./operation";
import type { Route } from "./routes";
import { selectRoute } from "./routes";
import { readContentTypes, selectMediaType } from "./wire/media-type";

/** What the server needs beside the state. */
export type ServerContext = OperationContext & { readonly ledger: WritableLedger; readonly faults: Faults };

type FaultAnswer = Extract<Fault, { status: number }>;

/** Answers a request to one path of the API: with the fault that waits for it, else with its operation. */
export async function answerRequest(
  context: ServerContext,
  candidates: readonly Route[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const incoming = readIncoming(request);
  const route = selectRoute(candidates, incoming.mediaType);
  const selected = { access: candidates[0]?.access ?? "bearer", route };
  const fault = context.faults.take(route?.operation);
  const record = recorder(context, request, incoming, route);
  if (fault !== undefined && "drop" in fault) {
    if (fault.drop === "after") await dispatch(context, selected, incoming, request.id);
    record(undefined);
    reply.hijack();
    request.raw.socket.resetAndDestroy();
    return reply;
  }
  if (fault !== undefined && "status" in fault) {
    record(fault.status);
    return sendFault(reply, fault, request.id);
  }
  if (fault !== undefined) await delay(fault.delayMs);
  const response = await dispatch(context, selected, incoming, request.id);
  record(response.status);
  return sendResponse(reply, response);
}

/** Answers an error that arose outside of every operation, such as an unknown path. */
export function answerOutside(
  context: ServerContext,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const response = answerError(error, request.id);
  recorder(context, request, readIncoming(request), undefined)(response.status);
  return sendResponse(reply, response);
}

/** Sends what a handler answered. */
export function sendResponse(
  reply: FastifyReply,
  { status, headers, body }: OperationResponse,
): FastifyReply {
  reply.code(status).headers(headers ?? {});
  if (body === undefined) return reply.send();
  return reply.header("content-type", "application/json").send(JSON.stringify(body));
}

function sendFault(reply: FastifyReply, fault: FaultAnswer, correlationId: string): FastifyReply {
  reply.headers(fault.headers ?? {});
  if (typeof fault.body === "string") return reply.code(fault.status).send(fault.body);
  const body = fault.body ?? defaultFaultBody(fault.status, correlationId);
  return sendResponse(reply, { status: fault.status, ...(body === undefined ? {} : { body }) });
}

/** PingOne gives these two an envelope; other failures come from in front of it, and have none. */
function defaultFaultBody(status: number, correlationId: string): object | undefined {
  const code = { 429: "REQUEST_LIMITED", 500: "UNEXPECTED_ERROR" }[status];
  if (code === undefined) return undefined;
  return answerError(new ApiError(status, code, "The request could not be completed."), correlationId).body;
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

function recorder(
  { ledger, clock }: ServerContext,
  request: FastifyRequest,
  incoming: IncomingRequest,
  route: Route | undefined,
): (status: number | undefined) => void {
  const at = new Date(clock.now());
  return (status) => {
    ledger.record({
      at,
      operation: route?.operation,
      method: request.method,
      path: request.url,
      contentTypes: readContentTypes(request.raw.rawHeaders),
      mediaType: incoming.mediaType,
      body: readableBody(incoming),
      hasAuthorization: incoming.authorization !== undefined,
      status,
      correlationId: request.id,
    });
  };
}

function readableBody(incoming: IncomingRequest): unknown {
  try {
    const body = readBody(incoming);
    return body instanceof URLSearchParams ? Object.fromEntries(body) : body;
  } catch {
    return incoming.text;
  }
}
