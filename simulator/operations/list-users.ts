import { USER_OPERATORS } from "../filter/filter";
import { parseFilter } from "../filter/parse-filter";
import { selectUsers } from "../filter/select-users";
import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { userView } from "../views/user-view";
import { pageLinks } from "../wire/page-links";
import { readCursor, readLimit, takePage } from "../wire/paging";

/** The most users one page holds, however many were asked for. */
const SERVICE_MAXIMUM = 200;

/** Lists the users a filter selects, page by page, in the order of their creation. */
export const listUsers: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const { filter, limit, cursor, expand } = request.query;
  const { users: all } = environment;
  const selected = filter === undefined ? all.all() : selectUsers(all, parseFilter(filter, USER_OPERATORS));
  const size = Math.min(readLimit(limit) ?? SERVICE_MAXIMUM, SERVICE_MAXIMUM);
  const { page, next, prev } = takePage(selected, readCursor(cursor), size);
  const now = context.clock.now();
  const users = page.map((user) => userView(request.origin, environment, user, now, expand === "population"));
  const _links = pageLinks(request, environment.id, "users", { self: cursor, next, prev });
  return { status: 200, body: { _links, _embedded: { users }, count: selected.length, size: users.length } };
};
