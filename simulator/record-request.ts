import type { FastifyRequest } from "fastify";
import { readBody } from "./dispatch";
import type { IncomingRequest } from "./dispatch";
import type { FaultName } from "./faults/faults";
import type { LedgerEntry, WritableLedger } from "./ledger";
import type { Route } from "./routes";
import { readContentTypes } from "./wire/media-type";

/** How a request was answered. */
export type Outcome = {
  /** Undefined when nothing was answered. */
  readonly status: number | undefined;
  /** Milliseconds of work until the answer was ready. */
  readonly ms?: number;
  /** What the operation came to; undefined when it did not run. */
  readonly ran?: { readonly status: number } | undefined;
  readonly fault?: FaultName;
  readonly answerLost?: boolean;
};

/** Puts a request into the ledger. @returns what says later that its answer was lost */
export function recordRequest(
  ledger: WritableLedger,
  at: number,
  request: FastifyRequest,
  incoming: IncomingRequest,
  route: Route | undefined,
  { status, ms, ran, fault, answerLost = false }: Outcome,
): () => void {
  const entry: LedgerEntry & { answerLost: boolean } = {
    at: new Date(at),
    operation: route?.operation,
    method: request.method,
    path: request.url,
    contentTypes: readContentTypes(request.raw.rawHeaders),
    mediaType: incoming.mediaType,
    body: readableBody(incoming),
    hasAuthorization: incoming.authorization !== undefined,
    status,
    ms,
    fault,
    changeMade: request.method !== "GET" && ran !== undefined && ran.status < 400,
    answerLost,
    correlationId: request.id,
  };
  ledger.record(entry);
  return () => {
    entry.answerLost = true;
  };
}

const FIELD_NAME = /^[\w.-]{1,64}$/;

function readableBody(incoming: IncomingRequest): unknown {
  try {
    const body = readBody(incoming);
    if (!(body instanceof URLSearchParams)) return body;
    // JSON that was sent as a form is one long field name, secrets included.
    return [...body.keys()].every((name) => FIELD_NAME.test(name)) ? Object.fromEntries(body) : incoming.text;
  } catch {
    return incoming.text;
  }
}
