import type { OperationRequest } from "../operation";
import { childLink } from "./links";
import type { Link, Links } from "./links";

/** The cursors of a page and its neighbours; undefined for one that does not exist, and for the first page's own. */
export type PageCursors = Readonly<Record<"self" | "next" | "prev", string | undefined>>;

/** The links of a page; they ask for the same selection as the request did. */
export function pageLinks(
  request: OperationRequest,
  environmentId: string,
  collection: string,
  { self, next, prev }: PageCursors,
): Links {
  const link = (cursor: string | undefined) => pageLink(request, environmentId, collection, cursor);
  return {
    self: link(self),
    ...(next === undefined ? {} : { next: link(next) }),
    ...(prev === undefined ? {} : { prev: link(prev) }),
  };
}

function pageLink(
  { origin, query: { filter, limit, expand } }: OperationRequest,
  environmentId: string,
  collection: string,
  cursor: string | undefined,
): Link {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ filter, limit, expand, cursor })) {
    if (value !== undefined) query.set(name, value);
  }
  const path = query.size === 0 ? collection : `${collection}?${query.toString()}`;
  return childLink(origin, environmentId, path);
}
