import { ACTIVITY_OPERATORS } from "../filter/filter";
import { matchActivity } from "../filter/match-activity";
import { parseFilter } from "../filter/parse-filter";
import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { activityView } from "../views/activity-view";
import { pageLinks } from "../wire/page-links";
import { readCursor, readLimit, takePage } from "../wire/paging";

/** How many activities one page holds when no limit is given. */
const DEFAULT_LIMIT = 100;

/** Lists what happened to users in the time a filter names, page by page, the oldest first. */
export const listActivities: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const { filter = "", limit, cursor } = request.query;
  const matches = matchActivity(parseFilter(filter, ACTIVITY_OPERATORS));
  const selected = environment.activities.all().filter(matches);
  const { page, next, prev } = takePage(selected, readCursor(cursor), readLimit(limit) ?? DEFAULT_LIMIT);
  const activities = page.map((activity) => activityView(request.origin, environment.id, activity));
  const _links = pageLinks(request, environment.id, "activities", { self: cursor, next, prev });
  const body = { _links, _embedded: { activities }, count: selected.length, size: activities.length };
  return { status: 200, body };
};
