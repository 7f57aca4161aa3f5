import { PingOneError } from "../errors";

/** Pages of the longest list that is read to its end: ten million users. */
const MOST_PAGES = 10_000;

/**
 * Reads a list page by page to its end.
 * @param read asks for one page; without a cursor for the first
 * @throws {PingOneError} for a list that goes round in circles, or on for ever
 */
export async function allPages<T extends { readonly next?: string }>(
  read: (cursor: string | undefined) => Promise<T>,
): Promise<T[]> {
  const pages: T[] = [];
  const asked = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    pages.push(page);
    cursor = page.next;
    if (cursor !== undefined && (asked.has(cursor) || pages.length === MOST_PAGES)) {
      throw new PingOneError(
        "A list of PingOne's does not come to an end. Check what stands between here and PingOne (API URL, proxy), then run the command again.",
      );
    }
    asked.add(cursor ?? "");
  } while (cursor !== undefined);
  return pages;
}
