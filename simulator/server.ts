import { randomUUID } from "node:crypto";
import fastify from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerOutside, answerRequest } from "./answer-request";
import type { ServerContext } from "./answer-request";
import { addControlRoutes } from "./control-routes";
import { ApiError, NotFoundError } from "./errors";
import { LOOPBACK, isLoopbackHost } from "./loopback";
import { isOwnPath } from "./own-path";
import { routes } from "./routes";
import type { Route } from "./routes";

/** The longest external id that is passed on. */
const MAX_EXTERNAL_ID = 100;

export type RunningServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
};

/** Starts listening, on loopback only. @param port 0 takes any free one */
export async function startServer(context: ServerContext, port: number): Promise<RunningServer> {
  const app = createApp(context);
  const url = await app.listen({ host: LOOPBACK, port });
  return { url, close: () => app.close() };
}

function createApp(context: ServerContext): FastifyInstance {
  const app = fastify({
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    exposeHeadRoutes: false,
    // Clients keep connections open; closing must not wait for them.
    forceCloseConnections: true,
    // A URL that cannot be decoded is refused before any hook runs.
    frameworkErrors: (error, request, reply) => {
      addHeaders(context, request, reply);
      void answerOutside(context, toApiError(error), request, reply);
    },
  });
  app.addHook("onRequest", (request, reply, next) => {
    addHeaders(context, request, reply);
    const isLoopback = isLoopbackHost(request.headers.host);
    next(
      isLoopback
        ? undefined
        : new ApiError(
            403,
            "ACCESS_FAILED",
            "Only requests to loopback are answered: the Host must be 127.0.0.1, localhost or [::1].",
          ),
    );
  });
  app.addHook("onSend", (request, _reply, _payload, next) => {
    if (isOwnPath(request.url)) next();
    else context.latency.wait(next);
  });
  // Bodies stay text until the media type has selected the operation.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, text, done) => {
    done(null, text);
  });
  for (const candidates of groupByPath()) {
    const [{ method, path }] = candidates;
    app.route({
      method,
      url: path,
      handler: (request, reply) => answerRequest(context, candidates, request, reply),
    });
  }
  addControlRoutes(app, context);
  app.setNotFoundHandler((request, reply) => answerOutside(context, new NotFoundError(), request, reply));
  app.setErrorHandler((error, request, reply) => answerOutside(context, toApiError(error), request, reply));
  return app;
}

function addHeaders({ clock }: ServerContext, request: FastifyRequest, reply: FastifyReply): void {
  reply.header("Date", new Date(clock.now()).toUTCString());
  reply.header("Correlation-Id", request.id);
  for (const name of ["X-Ping-External-Transaction-ID", "X-Ping-External-Session-ID"]) {
    const sent = request.headers[name.toLowerCase()];
    reply.header(name, typeof sent === "string" ? sent.slice(0, MAX_EXTERNAL_ID) : randomUUID());
  }
}

/** Operations that share method and path are told apart by media type, later. */
function groupByPath(): [Route, ...Route[]][] {
  const groups = new Map<string, [Route, ...Route[]]>();
  for (const route of routes) {
    const key = `${route.method} ${route.path}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [route]);
    else group.push(route);
  }
  return [...groups.values()];
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status < 500) return new ApiError(status, "INVALID_REQUEST", "The request could not be completed.");
  const reason = error instanceof Error ? error.message : String(error);
  return new ApiError(500, "UNEXPECTED_ERROR", `The simulator failed: ${reason}`);
}
