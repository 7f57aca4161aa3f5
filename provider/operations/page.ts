import { isRecord } from "../transport";
import { wellFormed } from "../well-formed";

/** A path with the query's parameters that are given. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(wellFormed(String(value)))}`],
  );
  return given.length === 0 ? path : `${path}?${given.join("&")}`;
}

/**
 * The members of a page that PingOne embeds under a name, and the cursor of the next page where there is one; undefined when the answer
 * is something else. Only the cursor is taken from PingOne's link: a token must not follow it to another host.
 * @param asked the cursor that this page was asked for by
 */
export function parsePage<T>(
  body: unknown,
  name: string,
  parse: (member: unknown) => T | undefined,
  asked: string | undefined,
): { readonly members: readonly T[]; readonly next?: string } | undefined {
  const embedded = isRecord(body) ? body["_embedded"] : undefined;
  const found = isRecord(embedded) ? embedded[name] : undefined;
  if (!isRecord(body) || !Array.isArray(found)) {
    return undefined;
  }
  const members = found.map(parse);
  const next = cursorIn(body["_links"]);
  // A list that seems to end, or never does, would be taken for all there is.
  const isReadable = next !== null && (next === undefined || next !== asked);
  return members.every((member) => member !== undefined) && isReadable
    ? { members, ...(next === undefined ? {} : { next }) }
    : undefined;
}

/** Undefined for the last page, null for a link without a cursor. */
function cursorIn(links: unknown): string | undefined | null {
  const link = isRecord(links) ? links["next"] : undefined;
  if (link === undefined) {
    return undefined;
  }
  const href = isRecord(link) ? link["href"] : undefined;
  const [, query = ""] = typeof href === "string" ? href.split("?", 2) : [];
  const cursor = new URLSearchParams(query).get("cursor");
  return cursor === "" ? null : cursor;
}
