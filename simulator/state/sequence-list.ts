/** Anything that has a place in an order; later ones have higher numbers. */
export type Sequenced = { readonly sequence: number };

/** Items kept in the order of their sequence, so that one of many is found without looking at them all. */
export class SequenceList<Item extends Sequenced> {
  #items: Item[] = [];
  /** Taken out of the items only when these are read, or are half of them: in between, deleting one moves no others. */
  readonly #deleted = new Set<Item>();

  /** The items themselves, not a copy; read it again after a change. */
  get items(): readonly Item[] {
    if (this.#deleted.size > 0) this.#sweep();
    return this.#items;
  }

  get length(): number {
    return this.#items.length - this.#deleted.size;
  }

  /** Adds an item that is not in the list. */
  add(item: Item): void {
    if (this.#deleted.delete(item)) return;
    const last = this.#items.at(-1);
    if (last === undefined || last.sequence < item.sequence) this.#items.push(item);
    else this.#items.splice(countUpTo(this.#items, item.sequence), 0, item);
  }

  /** Deletes an item that is in the list. */
  delete(item: Item): void {
    this.#deleted.add(item);
    if (this.#deleted.size * 2 > this.#items.length) this.#sweep();
  }

  #sweep(): void {
    this.#items = this.#items.filter((item) => !this.#deleted.has(item));
    this.#deleted.clear();
  }
}

/** How many of the items, which are in the order of their sequence, have `sequence` or a lower one. */
export function countUpTo(items: readonly Sequenced[], sequence: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.sequence ?? Infinity) <= sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}
