import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance } from "fastify";
import type { ServerContext } from "./answer-request";
import { ApiError, InvalidDataError, invalidValue } from "./errors";
import { addFaultRoutes } from "./faults/add-fault-routes";
import { redactEntry } from "./ledger";
import { isLoopbackUrl } from "./loopback";
import type { Mail } from "./mail/mailbox";
import { sendResponse } from "./send-response";
import { parseJson, requireObject } from "./wire/json-body";

/** Where the simulator's own paths are; the API has none below it. */
export const CONTROL_PATH = "/simulator/";

/** Seconds the clock may be moved at once: dates end somewhere. */
const LONGEST_STEP = 100 * 365 * 86_400;

/** What picks mails out; names and addresses in whatever case. */
type MailQuery = Partial<Record<"userId" | "username" | "to", string>>;

/** Adds the simulator's own paths: the clock, the ledger, the mailbox and the faults. They need no token, and refuse web pages from elsewhere. */
export function addControlRoutes(
  app: FastifyInstance,
  { state, clock, ledger, faults }: ServerContext,
): void {
  app.register((scope, _options, done) => {
    scope.addHook("onRequest", (request, reply, next) => {
      reply.header("X-Content-Type-Options", "nosniff");
      next(
        isForeign(request.headers)
          ? new ApiError(403, "ACCESS_FAILED", "Web pages of other origins are refused.")
          : undefined,
      );
    });
    const now = () => ({ now: new Date(clock.now()).toISOString() });
    scope.get("/simulator/clock", (_request, reply) => sendResponse(reply, { status: 200, body: now() }));
    scope.post("/simulator/clock", (request, reply) => {
      clock.advance(readAdvanceSeconds(request.body) * 1000);
      return sendResponse(reply, { status: 200, body: now() });
    });
    scope.get("/simulator/ledger", (_request, reply) =>
      sendResponse(reply, {
        status: 200,
        body: { total: ledger.total, entries: ledger.entries.map(redactEntry) },
      }),
    );
    scope.delete("/simulator/ledger", (_request, reply) => {
      ledger.clear();
      return sendResponse(reply, { status: 204 });
    });
    scope.get<{ Querystring: MailQuery }>("/simulator/mail", (request, reply) => {
      const mails = state.mailbox.list().filter((mail) => isWanted(mail, request.query));
      return sendResponse(reply, { status: 200, body: { mails } });
    });
    scope.delete("/simulator/mail", (_request, reply) => {
      state.mailbox.clear();
      return sendResponse(reply, { status: 204 });
    });
    addFaultRoutes(scope, faults);
    done();
  });
}

/** A browser names the page that asks; where it names none, as for an image, it says that the page is of another site. */
function isForeign({ origin, "sec-fetch-site": site }: IncomingHttpHeaders): boolean {
  return (origin !== undefined && !isLoopbackUrl(origin)) || site === "cross-site";
}

function isWanted(mail: Mail, query: MailQuery): boolean {
  return (["userId", "username", "to"] as const).every((field) => {
    const wanted = query[field];
    return wanted === undefined || mail[field].toLowerCase() === wanted.toLowerCase();
  });
}

function readAdvanceSeconds(text: unknown): number {
  const { advanceSeconds } = requireObject(parseJson(typeof text === "string" ? text : ""));
  if (typeof advanceSeconds === "number" && advanceSeconds >= 0 && advanceSeconds <= LONGEST_STEP) {
    return advanceSeconds;
  }
  throw new InvalidDataError(
    invalidValue("advanceSeconds", `must be a number from 0 to ${LONGEST_STEP} (a hundred years)`),
  );
}
