import { isDeepStrictEqual } from "node:util";
import type { CheckFailure, Props, Report } from "../lifecycle";
import { isRecord } from "../transport";

/** Key of what the program sends in place of something that has no value; check takes it out again. */
const REASON = "__noValue";

/** A value that the engine cannot keep, and where it stands. */
export type NoValue = {
  readonly path: readonly (string | number)[];
  readonly reason: string;
  /** False for what may be meant as it is. */
  readonly isRefused: boolean;
};

/**
 * Stands for something that has no value.
 * @param reason what to say behind its place
 * @param sent what the engine would have been sent of it, as in states of earlier versions
 */
export function noValue(reason: string, sent?: unknown): object {
  return { [REASON]: reason, ...(sent === undefined ? {} : { sent }), isRefused: true };
}

/** Stands for a value that may be none, but may as well be meant as it is. */
export function doubtful(reason: string, sent: unknown): object {
  return { [REASON]: reason, sent, isRefused: false };
}

/** The properties as the engine would have been sent them, and what in them has no value. */
export function takeNoValues(props: Props): { readonly props: Props; readonly found: readonly NoValue[] } {
  const found: NoValue[] = [];
  return { props: take(props, [], found) as Props, found };
}

function take(value: unknown, path: NoValue["path"], found: NoValue[]): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => take(item, [...path, index], found) ?? null);
  }
  if (!isRecord(value)) {
    return value;
  }
  const reason = value[REASON];
  if (typeof reason === "string") {
    found.push({ path, reason, isRefused: value["isRefused"] === true });
    return value["sent"];
  }
  const before = found.length;
  const entries = Object.entries(value).map(([key, item]) => [key, take(item, [...path, key], found)]);
  // Assets and whatever else is no plain map stay what they are.
  return found.length === before
    ? value
    : Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/**
 * Refuses what has no value where it is to be used; in a resource that has it already it is a warning, so that a stack that works goes on
 * working. What may be meant is a warning once.
 */
export function refuseNoValues(
  olds: Props,
  news: Props,
  found: readonly NoValue[],
  report: Pick<Report, "warn">,
): CheckFailure[] {
  return found.flatMap((one) => {
    const reason = describeNoValue(one);
    const isKept = isOld(one, olds, news);
    if (one.isRefused && !isKept) {
      return [{ property: "", reason }];
    }
    if (one.isRefused || !isKept) {
      report.warn(reason);
    }
    return [];
  });
}

/** True for what stands in the old inputs of a resource as it is: its row, or its input as a whole; itself, where it may be meant. */
function isOld({ path, isRefused }: NoValue, olds: Props, news: Props): boolean {
  const unit = isRefused ? path.slice(0, path[0] === "users" ? 2 : 1) : path;
  return Object.keys(olds).length > 0 && isDeepStrictEqual(at(olds, unit), at(news, unit));
}

function at(value: unknown, path: NoValue["path"]): unknown {
  return path.reduce<unknown>(
    (found, key) => (isRecord(found) || Array.isArray(found) ? (found as Props)[key] : undefined),
    value,
  );
}

/** In words, as in `triggers[1].when is a function, ...`. */
function describeNoValue({ path, reason }: NoValue): string {
  const [input, username = "", ...rest] = path;
  // The constructor takes the passwords out of the rows.
  const shown = input === "passwords" ? ["users", username, "value", ...rest] : path;
  const place = shown.map((key, index) => describeStep(key, index, shown[0] === "users" && index === 1));
  return `${place.join("")} ${reason}`;
}

function describeStep(key: string | number, index: number, isUsername: boolean): string {
  if (typeof key === "number" || isUsername || !/^[A-Za-z_$][\w$]*$/.test(key)) {
    return `[${JSON.stringify(key)}]`;
  }
  return index === 0 ? key : `.${key}`;
}
