import type { Activity } from "../activities/activity-log";
import type { ActivityOperator, Comparison, Filter, FilterValue } from "./filter";
import { invalidFilter } from "./invalid-filter";

/** The attribute a range is mandatory for. */
const RECORDED_AT = "recordedAt";

/** The attributes a filter may name beside the time; their names are case-sensitive. */
const READERS: ReadonlyMap<string, (activity: Activity) => string | undefined> = new Map<
  string,
  (activity: Activity) => string | undefined
>([
  ["id", ({ id }) => id],
  ["action.type", ({ type }) => type],
  ["correlationId", ({ correlationId }) => correlationId],
  ["resources.id", ({ user }) => user.id],
  ["actors.client.id", ({ actor }) => (actor?.type === "CLIENT" ? actor.id : undefined)],
  ["actors.user.id", ({ actor }) => (actor?.type === "USER" ? actor.id : undefined)],
]);

/** Turns a filter into a predicate. @throws InvalidRequestError unless it holds a range of `recordedAt` and what is supported */
export function matchActivity(filter: Filter<ActivityOperator>): (activity: Activity) => boolean {
  const operands = filter.kind === "and" ? filter.operands : [filter];
  for (const bound of ["gt", "lt"] as const) {
    const hasBound = operands.some(
      (operand) =>
        operand.kind === "comparison" && operand.attribute === RECORDED_AT && operand.operator === bound,
    );
    if (!hasBound) throw invalidFilter("The filter must limit 'recordedAt' by both gt and lt");
  }
  return match(filter);
}

function match(filter: Filter<ActivityOperator>): (activity: Activity) => boolean {
  if (filter.kind === "comparison") {
    return filter.attribute === RECORDED_AT ? matchTime(filter) : matchText(filter);
  }
  const predicates = filter.operands.map(match);
  return filter.kind === "and"
    ? (activity) => predicates.every((predicate) => predicate(activity))
    : (activity) => predicates.some((predicate) => predicate(activity));
}

function matchTime({ operator, value }: Comparison<ActivityOperator>): (activity: Activity) => boolean {
  const wanted = readTime(value);
  if (operator === "gt") return ({ recordedAt }) => recordedAt > wanted;
  if (operator === "lt") return ({ recordedAt }) => recordedAt < wanted;
  return ({ recordedAt }) => recordedAt === wanted;
}

function matchText({
  attribute,
  operator,
  value,
}: Comparison<ActivityOperator>): (activity: Activity) => boolean {
  const read = READERS.get(attribute);
  if (read === undefined) throw invalidFilter(`The filter attribute '${attribute}' is not supported`);
  if (operator !== "eq") throw invalidFilter(`The filter operator '${operator}' is not supported here`);
  return (activity) => read(activity) === value;
}

function readTime(value: FilterValue): number {
  const time = typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time))
    throw invalidFilter("The value of 'recordedAt' must be a date and time of ISO 8601");
  return time;
}
