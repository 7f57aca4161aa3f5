import type { FastifyInstance } from "fastify";
import type { ServerContext } from "./answer-request";
import { sendResponse } from "./answer-request";
import { ApiError, InvalidDataError, invalidValue } from "./errors";
import { redactEntry } from "./ledger";
import { isLoopbackUrl } from "./loopback";
import { parseJson, requireObject } from "./wire/json-body";

/** Adds the simulator's own paths: the clock and the ledger. They need no token, and refuse web pages from elsewhere. */
export function addControlRoutes(app: FastifyInstance, { clock, ledger }: ServerContext): void {
  app.register((scope, _options, done) => {
    scope.addHook("onRequest", (request, _reply, next) => {
      const { origin } = request.headers;
      const isForeign = origin !== undefined && !isLoopbackUrl(origin);
      next(
        isForeign ? new ApiError(403, "ACCESS_FAILED", "Web pages of other origins are refused.") : undefined,
      );
    });
    const now = () => ({ now: new Date(clock.now()).toISOString() });
    scope.get("/simulator/clock", (_request, reply) => sendResponse(reply, { status: 200, body: now() }));
    scope.post("/simulator/clock", (request, reply) => {
      clock.advance(readAdvanceSeconds(request.body) * 1000);
      return sendResponse(reply, { status: 200, body: now() });
    });
    scope.get("/simulator/ledger", (_request, reply) =>
      sendResponse(reply, { status: 200, body: { entries: ledger.entries.map(redactEntry) } }),
    );
    done();
  });
}

function readAdvanceSeconds(text: unknown): number {
  const { advanceSeconds } = requireObject(parseJson(typeof text === "string" ? text : ""));
  if (typeof advanceSeconds === "number" && Number.isFinite(advanceSeconds) && advanceSeconds >= 0) {
    return advanceSeconds;
  }
  throw new InvalidDataError(invalidValue("advanceSeconds", "must be a number that is not negative"));
}
