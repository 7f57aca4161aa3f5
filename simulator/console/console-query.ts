import { InvalidDataError, NotFoundError, invalidValue } from "../errors";
import type { Environment } from "../state/environment";
import type { State } from "../state/state";
import type { User } from "../state/user";

/** A query as it was sent; a name that is repeated has a list. */
export type Query = Readonly<Record<string, unknown>>;

/** Reads a text; a list counts by its first. */
export function readText(query: Query, name: string): string | undefined {
  const value: unknown = query[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first : undefined;
}

/** Reads a whole number. @throws InvalidDataError for anything else, or one outside of the bounds */
export function readCount(
  query: Query,
  name: string,
  { fallback, min = 0, max = Number.MAX_SAFE_INTEGER }: CountRule,
): number {
  const text = readText(query, name);
  if (text === undefined) return fallback;
  const count = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (count >= min && count <= max) return count;
  throw new InvalidDataError(invalidValue(name, `must be a whole number from ${min} to ${max}`));
}

type CountRule = { readonly fallback: number; readonly min?: number; readonly max?: number };

/** The environment of `environmentId`, or the first one. @throws InvalidDataError when there is none of this id */
export function readEnvironment(state: State, query: Query): Environment {
  const id = readText(query, "environmentId");
  const [first] = state.environments.values();
  const environment = id === undefined ? first : state.environments.get(id);
  if (environment !== undefined) return environment;
  throw new InvalidDataError(
    invalidValue("environmentId", "names no environment; GET /simulator/environments lists them"),
  );
}

/** The user of an id, in the environment of the query or in whichever has one. @throws NotFoundError */
export function readUser(
  state: State,
  query: Query,
  userId: string,
): { readonly environment: Environment; readonly user: User } {
  const environments =
    readText(query, "environmentId") === undefined
      ? [...state.environments.values()]
      : [readEnvironment(state, query)];
  for (const environment of environments) {
    const user = environment.users.get(userId);
    if (user !== undefined) return { environment, user };
  }
  throw new NotFoundError();
}
