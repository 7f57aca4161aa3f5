import { InvalidDataError, invalidValue } from "../errors";
import { countUpTo } from "../state/sequence-list";
import type { Sequenced } from "../state/sequence-list";

/** Where a page lies: strictly after or strictly before a position. */
export type Cursor = { readonly direction: "after" | "before"; readonly sequence: number };

const MAX_LIMIT = 1000;

/** Reads `limit`. @throws InvalidDataError unless it is a whole number from 1 to 1000 */
export function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new InvalidDataError({
    code: "OUT_OF_RANGE",
    target: "limit",
    message: `must be between 1 and ${MAX_LIMIT}`,
    innerError: { rangeMinimumValue: 1, rangeMaximumValue: MAX_LIMIT },
  });
}

/** Makes the text that stands in a link; callers are meant to pass it on unread. */
export function writeCursor({ direction, sequence }: Cursor): string {
  return Buffer.from(`${direction}:${sequence}`).toString("base64url");
}

/** @throws InvalidDataError for a cursor this simulator did not write */
export function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return { direction: "after", sequence: 0 };
  const [, direction, sequence] =
    /^(after|before):(\d+)$/.exec(Buffer.from(text, "base64url").toString()) ?? [];
  if (direction === "after" || direction === "before") return { direction, sequence: Number(sequence) };
  throw new InvalidDataError(invalidValue("cursor", "The cursor is not valid"));
}

/** One page of `items`, which are in the order of their sequence, and the cursors to its neighbours. */
export function takePage<Item extends Sequenced>(
  items: readonly Item[],
  cursor: Cursor,
  size: number,
): { readonly page: readonly Item[]; readonly next?: string; readonly prev?: string } {
  const page = items.slice(...bounds(items, cursor, size));
  const [first, last] = [page.at(0), page.at(-1)];
  if (first === undefined || last === undefined) return { page };
  const hasNext = items.at(-1) !== last;
  const hasPrevious = items.at(0) !== first;
  return {
    page,
    ...(hasNext ? { next: writeCursor({ direction: "after", sequence: last.sequence }) } : {}),
    ...(hasPrevious ? { prev: writeCursor({ direction: "before", sequence: first.sequence }) } : {}),
  };
}

/** Where the page begins and ends, the end excluded. */
function bounds(
  items: readonly Sequenced[],
  { direction, sequence }: Cursor,
  size: number,
): [start: number, end: number] {
  if (direction === "after") {
    const start = countUpTo(items, sequence);
    return [start, start + size];
  }
  const end = countUpTo(items, sequence - 1);
  return [Math.max(end - size, 0), end];
}
