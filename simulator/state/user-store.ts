import type { User, UserAttributes } from "./user";

/** The users of one environment, in the order of their creation. */
export class UserStore {
  readonly #users = new Map<string, User>();
  readonly #idsByUsername = new Map<string, string>();
  #lastSequence = 0;

  /** Takes the next position in the order of creation. */
  nextSequence(): number {
    this.#lastSequence += 1;
    return this.#lastSequence;
  }

  add(user: User): void {
    this.#users.set(user.id, user);
    this.#idsByUsername.set(usernameKey(user.attributes.username), user.id);
  }

  get(id: string): User | undefined {
    return this.#users.get(id);
  }

  /** The user with this name, in whatever case. */
  findByUsername(username: string): User | undefined {
    const id = this.#idsByUsername.get(usernameKey(username));
    return id === undefined ? undefined : this.#users.get(id);
  }

  /** Says whether another user than `exceptId` has this name, in whatever case. */
  isUsernameTaken(username: string, exceptId?: string): boolean {
    const id = this.#idsByUsername.get(usernameKey(username));
    return id !== undefined && id !== exceptId;
  }

  replaceAttributes(user: User, attributes: UserAttributes): void {
    this.#idsByUsername.delete(usernameKey(user.attributes.username));
    this.#idsByUsername.set(usernameKey(attributes.username), user.id);
    user.attributes = attributes;
  }

  delete(user: User): void {
    this.#users.delete(user.id);
    this.#idsByUsername.delete(usernameKey(user.attributes.username));
  }

  values(): IterableIterator<User> {
    return this.#users.values();
  }

  countInPopulation(populationId: string): number {
    let count = 0;
    for (const user of this.#users.values()) {
      if (user.populationId === populationId) count += 1;
    }
    return count;
  }
}

function usernameKey(username: string): string {
  return username.toLowerCase();
}
