/** How many requests, and how many activities of an environment, are remembered at least. */
export const REMEMBERED = 100_000;

/** Appends to a list that keeps its newest items, at least as many as `capacity`. */
export function appendNewest<Item>(items: Item[], item: Item, capacity = REMEMBERED): void {
  items.push(item);
  // Taking an item from the front moves all others: a tenth goes at once.
  const excess = Math.ceil(capacity / 10);
  if (items.length > capacity + excess) items.splice(0, excess);
}
