import type { FastifyInstance } from "fastify";
import type { ServerContext } from "./answer-request";
import { LATEST_TIME } from "./clock";
import type { Clock } from "./clock";
import { addConsoleRoutes } from "./console/add-console-routes";
import { readCount, readText } from "./console/console-query";
import type { Query } from "./console/console-query";
import { refuseForeign } from "./console/refuse-foreign";
import { InvalidDataError, invalidValue } from "./errors";
import { addFaultRoutes } from "./faults/add-fault-routes";
import { redactEntry } from "./ledger";
import type { Mail } from "./mail/mailbox";
import { addOverviewRoutes } from "./overview/add-overview-routes";
import { sendResponse } from "./send-response";
import { addSnapshotRoutes } from "./snapshot/add-snapshot-routes";
import { parseJson, requireObject } from "./wire/json-body";

/** Seconds the clock may be moved at once: dates end somewhere. */
const LONGEST_STEP = 100 * 365 * 86_400;

/** Headers of every answer: no page reads it, no cache keeps it, no type is guessed. */
const PRIVATE = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** Adds the simulator's own paths: the clock, the ledger, the mailbox and the faults. They need no token, and refuse web pages from elsewhere. */
export function addControlRoutes(app: FastifyInstance, context: ServerContext): void {
  const { state, clock, ledger, faults } = context;
  app.register((scope, _options, done) => {
    scope.addHook("onRequest", (request, reply, next) => {
      reply.headers(PRIVATE);
      next(refuseForeign(request));
    });
    addOverviewRoutes(scope, context);
    addSnapshotRoutes(scope, context);
    const now = () => ({ now: new Date(clock.now()).toISOString() });
    scope.get("/simulator/clock", (_request, reply) => sendResponse(reply, { status: 200, body: now() }));
    scope.post("/simulator/clock", (request, reply) => {
      moveClock(clock, request.body);
      return sendResponse(reply, { status: 200, body: now() });
    });
    scope.get<{ Querystring: Query }>("/simulator/ledger", ({ query }, reply) => {
      const entries = newest(ledger.entries, ledger.total, query).map(redactEntry);
      return sendResponse(reply, { status: 200, body: { total: ledger.total, entries } });
    });
    scope.delete("/simulator/ledger", (_request, reply) => {
      ledger.clear();
      return sendResponse(reply, { status: 204 });
    });
    scope.get<{ Querystring: Query }>("/simulator/mail", (request, reply) => {
      const wanted = state.mailbox.list().filter((mail) => isWanted(mail, request.query));
      const mails = newest(wanted, wanted.length, request.query);
      return sendResponse(reply, { status: 200, body: { mails } });
    });
    scope.delete("/simulator/mail", (_request, reply) => {
      state.mailbox.clear();
      return sendResponse(reply, { status: 204 });
    });
    addFaultRoutes(scope, faults);
    addConsoleRoutes(scope, context);
    done();
  });
}

/** The items that came after the first `since` of them, at most `limit`; with fewer than `since` the count began afresh. */
function newest<Item>(items: readonly Item[], total: number, query: Query): readonly Item[] {
  const since = readCount(query, "since", { fallback: 0 });
  const limit = readCount(query, "limit", { fallback: items.length });
  const wanted = Math.min(since > total ? total : total - since, limit, items.length);
  return items.slice(items.length - wanted);
}

/** Whether all that the query names fits the mail; names and addresses in whatever case. */
function isWanted(mail: Mail, query: Query): boolean {
  return (["environmentId", "userId", "username", "to"] as const).every((field) => {
    const wanted = readText(query, field);
    return wanted === undefined || mail[field].toLowerCase() === wanted.toLowerCase();
  });
}

function moveClock(clock: Clock, text: unknown): void {
  const { advanceSeconds, reset } = requireObject(parseJson(typeof text === "string" ? text : ""));
  if (reset === true && advanceSeconds === undefined) {
    clock.reset();
    return;
  }
  if (typeof advanceSeconds === "number" && advanceSeconds >= 0 && advanceSeconds <= LONGEST_STEP) {
    if (clock.now() + advanceSeconds * 1000 > LATEST_TIME) {
      throw new InvalidDataError(
        invalidValue("advanceSeconds", 'must not lead beyond the year 9000: go back with "reset": true'),
      );
    }
    clock.advance(advanceSeconds * 1000);
    return;
  }
  throw new InvalidDataError(
    invalidValue(
      "advanceSeconds",
      `must be a number from 0 to ${LONGEST_STEP} (a hundred years), or left out beside "reset": true`,
    ),
  );
}
