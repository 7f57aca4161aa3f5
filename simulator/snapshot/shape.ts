import { LATEST_TIME } from "../clock";
import { isPreEncoded } from "../password/stored-value";
import { isObject } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";
import { SnapshotError } from "./snapshot-error";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a plain field can be. */
const KINDS = {
  text: { name: "a text", accepts: (value: unknown) => typeof value === "string" },
  id: {
    name: "a UUID in lower case",
    accepts: (value: unknown) => typeof value === "string" && UUID.test(value),
  },
  boolean: { name: "true or false", accepts: (value: unknown) => typeof value === "boolean" },
  time: {
    name: "milliseconds since 1970, before the year 10000",
    accepts: (value: unknown) => typeof value === "number" && value >= 0 && value < Date.UTC(10_000, 0, 1),
  },
  offset: {
    name: "milliseconds from now to before the year 9000, or as far back",
    accepts: (value: unknown) => typeof value === "number" && Date.now() + Math.abs(value) <= LATEST_TIME,
  },
  count: {
    name: "a whole number that is not negative",
    accepts: (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0,
  },
  texts: {
    name: "a list of texts",
    accepts: (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  },
  object: { name: "an object", accepts: isObject },
  encoded: {
    name: "an encoded password, such as {SSHA256} and the hash",
    accepts: (value: unknown) => typeof value === "string" && isPreEncoded(value),
  },
} as const;

type Kind = keyof typeof KINDS;

/** What a field has to be; `?` marks one that may be left out. */
export type Rule =
  | Kind
  | `${Kind}?`
  | { readonly one: Shape; readonly isOptional?: boolean }
  | { readonly each: Shape; readonly isOptional?: boolean };

/** The fields of an object. */
export type Shape = Readonly<Record<string, Rule>>;

/** A shape that has a rule for every field of a type, and no others. */
export type ShapeOf<T> = { readonly [field in keyof Required<T>]: Rule };

/** Makes sure that a value has a shape. @param where how an error names it @throws SnapshotError for the first field that has not */
export function requireShape(value: unknown, shape: Shape, where: string): void {
  if (!isObject(value)) throw new SnapshotError(where, "must be an object");
  const place = (field: string) => (where === WHOLE ? field : `${where}.${field}`);
  for (const field of Object.keys(value)) {
    // A key nobody knows is not repeated: it may be anything.
    if (!Object.hasOwn(shape, field)) throw new SnapshotError(where, "has a field that is not known");
  }
  for (const [field, rule] of Object.entries(shape)) requireField(value, field, rule, place(field));
}

/** How an error names the snapshot itself. */
export const WHOLE = "the whole";

function requireField(object: JsonObject, field: string, rule: Rule, where: string): void {
  const value = Object.hasOwn(object, field) ? object[field] : undefined;
  if (value === undefined) {
    if (isOptional(rule)) return;
    throw new SnapshotError(where, "is missing");
  }
  if (typeof rule === "string") {
    const { name, accepts } = KINDS[rule.replace("?", "") as Kind];
    if (!accepts(value)) throw new SnapshotError(where, `must be ${name}`);
  } else if ("one" in rule) {
    requireShape(value, rule.one, where);
  } else {
    if (!Array.isArray(value)) throw new SnapshotError(where, "must be a list");
    value.forEach((item: unknown, index) => {
      requireShape(item, rule.each, `${where}[${index}]`);
    });
  }
}

function isOptional(rule: Rule): boolean {
  return typeof rule === "string" ? rule.endsWith("?") : rule.isOptional === true;
}
