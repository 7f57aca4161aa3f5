import { SequenceList } from "./sequence-list";
import type { User, UserAttributes } from "./user";
import { UserIndex } from "./user-index";

/** The attributes, as filters name them, by which users are found without looking at all of them. */
export const INDEXED_ATTRIBUTES = ["username", "externalId", "population.id"] as const;

export type IndexedAttribute = (typeof INDEXED_ATTRIBUTES)[number];

/** The users of one environment, in the order of their creation. */
export class UserStore {
  readonly #users = new Map<string, User>();
  readonly #inOrder = new SequenceList<User>();
  readonly #indexes: Readonly<Record<IndexedAttribute, UserIndex>> = {
    username: new UserIndex(({ attributes }) => attributes.username),
    externalId: new UserIndex(({ attributes }) => attributes.externalId),
    "population.id": new UserIndex(({ populationId }) => populationId),
  };
  #lastSequence: number;

  /** @param lastSequence the position taken last, where the store goes on from an earlier one */
  constructor(lastSequence = 0) {
    this.#lastSequence = lastSequence;
  }

  /** The position taken last; users deleted since count. */
  get lastSequence(): number {
    return this.#lastSequence;
  }

  /** Takes the next position in the order of creation. */
  nextSequence(): number {
    this.#lastSequence += 1;
    return this.#lastSequence;
  }

  add(user: User): void {
    this.#users.set(user.id, user);
    this.#inOrder.add(user);
    for (const index of this.#allIndexes()) index.move(user, undefined, index.keyOf(user));
  }

  get(id: string): User | undefined {
    return this.#users.get(id);
  }

  /** The users whose attribute has this value, in whatever case. */
  findBy(attribute: IndexedAttribute, value: string): readonly User[] {
    return this.#indexes[attribute].find(value);
  }

  /** The user with this name, in whatever case. */
  findByUsername(username: string): User | undefined {
    return this.findBy("username", username)[0];
  }

  /** Says whether another user than `exceptId` has this name, in whatever case. */
  isUsernameTaken(username: string, exceptId?: string): boolean {
    const user = this.findByUsername(username);
    return user !== undefined && user.id !== exceptId;
  }

  replaceAttributes(user: User, attributes: UserAttributes): void {
    this.#change(user, () => {
      user.attributes = attributes;
    });
  }

  moveToPopulation(user: User, populationId: string): void {
    this.#change(user, () => {
      user.populationId = populationId;
    });
  }

  delete(user: User): void {
    this.#users.delete(user.id);
    this.#inOrder.delete(user);
    for (const index of this.#allIndexes()) index.move(user, index.keyOf(user), undefined);
  }

  all(): readonly User[] {
    return this.#inOrder.items;
  }

  countInPopulation(populationId: string): number {
    return this.#indexes["population.id"].count(populationId);
  }

  #change(user: User, change: () => void): void {
    const indexes = this.#allIndexes();
    const keys = indexes.map((index) => index.keyOf(user));
    change();
    indexes.forEach((index, position) => {
      index.move(user, keys[position], index.keyOf(user));
    });
  }

  #allIndexes(): readonly UserIndex[] {
    return INDEXED_ATTRIBUTES.map((attribute) => this.#indexes[attribute]);
  }
}
