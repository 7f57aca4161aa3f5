import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ServerContext } from "../answer-request";
import { InvalidDataError, invalidValue } from "../errors";
import type { OperationRequest } from "../operation";
import { passwordSubject } from "../password/password-operation";
import { sendResponse } from "../send-response";
import { countUpTo } from "../state/sequence-list";
import { activityRow } from "./activity-row";
import { addPageRoutes } from "./add-page-routes";
import { CONSOLE_ACTOR } from "./console-actor";
import { readCount, readEnvironment, readText, readUser } from "./console-query";
import type { Query } from "./console-query";
import { findUsers } from "./find-users";
import { USER_ACTIONS, isUserAction, runUserAction } from "./user-actions";
import { userRow } from "./user-row";

/** Users on one page when no limit is given, and at most. */
const USERS = { fallback: 50, min: 1, max: 200 } as const;

/** Activities in one answer when no limit is given, and at most. */
const ACTIVITIES = { fallback: 100, min: 1, max: 1000 } as const;

/** Adds the console's page at `/`, and what it asks for below `/simulator/`; the caller refuses web pages from elsewhere. */
export function addConsoleRoutes(scope: FastifyInstance, context: ServerContext): void {
  const { state, clock } = context;
  addPageRoutes(scope);
  scope.get("/simulator/environments", (_request, reply) => {
    const environments = [...state.environments.values()].map(({ id, name, users }) => ({
      id,
      name,
      users: users.all().length,
    }));
    return sendResponse(reply, { status: 200, body: { environments } });
  });
  scope.get<{ Querystring: Query }>("/simulator/users", ({ query }, reply) => {
    const environment = readEnvironment(state, query);
    const page = {
      offset: readCount(query, "offset", { fallback: 0 }),
      limit: readCount(query, "limit", USERS),
    };
    const { total, users } = findUsers(environment, readText(query, "search") ?? "", page);
    const rows = users.map((user) => userRow(environment, user, clock.now()));
    return sendResponse(reply, { status: 200, body: { total, ...page, users: rows } });
  });
  scope.get<{ Querystring: Query }>("/simulator/activities", ({ query }, reply) => {
    const all = readEnvironment(state, query).activities.all();
    const newer = all.slice(countUpTo(all, readCount(query, "since", { fallback: 0 })));
    const activities = newer.slice(-readCount(query, "limit", ACTIVITIES)).map(activityRow);
    return sendResponse(reply, { status: 200, body: { last: all.at(-1)?.sequence ?? 0, activities } });
  });
  scope.post<ActionRoute>("/simulator/users/:userId/:action", (request, reply) =>
    answerAction(context, request, reply),
  );
}

type ActionRoute = {
  Params: { readonly userId: string; readonly action: string };
  Querystring: Query;
};

async function answerAction(
  context: ServerContext,
  request: FastifyRequest<ActionRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { action, userId } = request.params;
  const { environment, user } = readUser(context.state, request.query, userId);
  if (!isUserAction(action)) {
    const known = Object.keys(USER_ACTIONS).join(", ");
    throw new InvalidDataError(invalidValue("action", `the last part of the path must be one of ${known}`));
  }
  const outcome = await runUserAction(
    action,
    { state: context.state, clock: context.clock, correlationId: request.id },
    asOperationRequest(request, environment.id),
    passwordSubject(environment, user, context.clock.now()),
  );
  return sendResponse(reply, { status: 200, body: { action, ...outcome } });
}

/** The request as PingOne's own operations take it, from the console in place of a worker. */
function asOperationRequest(
  { headers, ip, params }: FastifyRequest<ActionRoute>,
  environmentId: string,
): OperationRequest {
  return {
    origin: `http://${headers.host ?? ""}`,
    params: { environmentId, userId: params.userId },
    query: {},
    authorization: undefined,
    cookie: undefined,
    remoteIp: ip,
    actor: CONSOLE_ACTOR,
    mediaType: "",
    body: undefined,
  };
}
