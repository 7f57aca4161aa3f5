import { matchUser } from "../filter/match-user";
import { parseFilter } from "../filter/parse-filter";
import { requireEnvironment } from "../operation";
import type { Operation, OperationRequest } from "../operation";
import { userView } from "../views/user-view";
import { childLink } from "../wire/links";
import { readCursor, readLimit, takePage } from "../wire/paging";

/** The most users one page holds, however many were asked for. */
const SERVICE_MAXIMUM = 200;

/** Lists the users a filter selects, page by page, in the order of their creation. */
export const listUsers: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const { filter, limit, cursor, expand } = request.query;
  const matches = filter === undefined ? () => true : matchUser(parseFilter(filter));
  const selected = [...environment.users.values()].filter(matches);
  const size = Math.min(readLimit(limit) ?? SERVICE_MAXIMUM, SERVICE_MAXIMUM);
  const { page, next, prev } = takePage(selected, readCursor(cursor), size);
  const now = context.clock.now();
  const users = page.map((user) => userView(request.origin, environment, user, now, expand === "population"));
  const _links = {
    self: pageLink(request, environment.id, cursor),
    ...(next === undefined ? {} : { next: pageLink(request, environment.id, next) }),
    ...(prev === undefined ? {} : { prev: pageLink(request, environment.id, prev) }),
  };
  return { status: 200, body: { _links, _embedded: { users }, count: selected.length, size: users.length } };
};

function pageLink(request: OperationRequest, environmentId: string, cursor: string | undefined) {
  const { filter, limit, expand } = request.query;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ filter, limit, expand, cursor })) {
    if (value !== undefined) query.set(name, value);
  }
  return childLink(request.origin, environmentId, query.size === 0 ? "users" : `users?${query.toString()}`);
}
