import { NAME_PARTS, TEXT_ATTRIBUTES } from "../state/user";
import type { User } from "../state/user";
import type { Filter, FilterValue, UserOperator } from "./filter";
import { invalidFilter } from "./invalid-filter";

type Reader = (user: User) => FilterValue | undefined;

/** The attributes a filter may name; their names are case-sensitive. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["id", (user) => user.id],
  ["username", (user) => user.attributes.username],
  ["email", (user) => user.attributes.email],
  ["population.id", (user) => user.populationId],
  ["enabled", (user) => user.enabled],
  ["emailVerified", (user) => user.emailVerified],
  ["lifecycle.status", (user) => user.lifecycleStatus],
  ...NAME_PARTS.map((part): [string, Reader] => [`name.${part}`, (user) => user.attributes.name?.[part]]),
  ...TEXT_ATTRIBUTES.map((attribute): [string, Reader] => [attribute, (user) => user.attributes[attribute]]),
]);

const COMPARISONS: Readonly<Record<UserOperator, (actual: string, wanted: string) => boolean>> = {
  eq: (actual, wanted) => actual === wanted,
  sw: (actual, wanted) => actual.startsWith(wanted),
  ew: (actual, wanted) => actual.endsWith(wanted),
  co: (actual, wanted) => actual.includes(wanted),
};

/** Turns a filter into a predicate. @throws InvalidRequestError for an attribute that cannot be filtered by */
export function matchUser(filter: Filter<UserOperator>): (user: User) => boolean {
  if (filter.kind !== "comparison") {
    const predicates = filter.operands.map(matchUser);
    return filter.kind === "and"
      ? (user) => predicates.every((predicate) => predicate(user))
      : (user) => predicates.some((predicate) => predicate(user));
  }
  const { attribute, operator, value } = filter;
  const read = READERS.get(attribute);
  if (read === undefined) throw invalidFilter(`The filter attribute '${attribute}' is not supported`);
  return (user) => compare(read(user), operator, value);
}

function compare(actual: FilterValue | undefined, operator: UserOperator, wanted: FilterValue): boolean {
  if (typeof actual === "string" && typeof wanted === "string") {
    return COMPARISONS[operator](actual.toLowerCase(), wanted.toLowerCase());
  }
  return operator === "eq" && actual !== undefined && String(actual) === String(wanted);
}
