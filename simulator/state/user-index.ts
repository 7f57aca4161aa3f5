import { SequenceList } from "./sequence-list";
import type { User } from "./user";

/** Users by the value of one attribute, in whatever case, as filters compare. */
export class UserIndex {
  readonly #lists = new Map<string, SequenceList<User>>();

  constructor(private readonly read: (user: User) => string | undefined) {}

  /** The users with this value, in the order of their creation. */
  find(value: string): readonly User[] {
    return this.#lists.get(toKey(value))?.items ?? [];
  }

  count(value: string): number {
    return this.#lists.get(toKey(value))?.length ?? 0;
  }

  /** What a user is filed under at present; undefined without the attribute. */
  keyOf(user: User): string | undefined {
    const value = this.read(user);
    return value === undefined ? undefined : toKey(value);
  }

  /** Files a user under another key; undefined is none. */
  move(user: User, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined) this.#delete(user, from);
    if (to === undefined) return;
    const list = this.#lists.get(to) ?? new SequenceList();
    this.#lists.set(to, list);
    list.add(user);
  }

  #delete(user: User, key: string): void {
    const list = this.#lists.get(key);
    list?.delete(user);
    if (list?.length === 0) this.#lists.delete(key);
  }
}

function toKey(value: string): string {
  return value.toLowerCase();
}
