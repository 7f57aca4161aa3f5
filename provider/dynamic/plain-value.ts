import { types } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { UNKNOWN } from "../lifecycle/unknown";
import { doubtful, noValue } from "./no-value";

/**
 * A value of any kind as the engine can keep it: a Date as its ISO text. What has no value is marked, for check to refuse: the engine
 * would be sent nothing of a function, and an empty map of a symbol or a class instance, which never change.
 */
export function plainValue(value: unknown): unknown {
  return mapLeaves(value, plainLeaf);
}

/** The same for a text or a number, which a Date is not. */
export function plainVersion(value: unknown): unknown {
  return types.isDate(value) ? noValue(IS_DATE, {}) : (later(value, plainVersion) ?? plainValue(value));
}

/** Marks the text by which the engine knows what is not known yet: as a value it would be a change at every run. */
export function markUnknownTexts(value: unknown): unknown {
  return mapLeaves(value, (leaf) => later(leaf, markUnknownTexts) ?? markUnknownText(leaf));
}

function markUnknownText(value: unknown): unknown {
  return value === UNKNOWN ? noValue(IS_UNKNOWN) : value;
}

const IS_DATE = "is a Date: give its text instead, with toISOString().";
const IS_UNKNOWN = "is the text by which Pulumi knows values that are not known yet: give another text.";
const IS_EMPTY =
  "is an empty map, which never changes: pulumi.output() makes one of a Date; give its text instead, with toISOString().";
const INSTEAD = "give a text or a number instead.";

/** Maps what is no list and no plain map. Where nothing is mapped the value stays the same object. */
function mapLeaves(
  value: unknown,
  leaf: (value: unknown) => unknown,
  around: readonly unknown[] = [],
  ofMap: (map: object) => object = (map) => map,
): unknown {
  if (around.includes(value)) {
    return noValue(`refers to itself: ${INSTEAD}`);
  }
  const map = (item: unknown) => mapLeaves(item, leaf, [...around, value], ofMap);
  if (Array.isArray(value)) {
    const items = Array.from(value, map);
    return items.some((item, index) => !Object.is(item, value[index])) ? items : value;
  }
  return isPlainMap(value) ? ofMap(mapEntries(value, map)) : leaf(value);
}

function mapEntries(value: object, map: (item: unknown) => unknown): object {
  const entries = Object.entries(value).map(([key, item]) => [key, item, map(item)] as const);
  // Pulumi's library fails at a map without a prototype in a list.
  const isBare = Object.getPrototypeOf(value) === null;
  return isBare || entries.some(([, item, mapped]) => !Object.is(item, mapped))
    ? { ...value, ...Object.fromEntries(entries.map(([key, , mapped]) => [key, mapped])) }
    : value;
}

function plainLeaf(value: unknown): unknown {
  switch (typeof value) {
    case "function":
      return noValue("is a function, which has no value: call it, or give a text or a number instead.");
    case "symbol":
      return noValue(`is a symbol, which has no value: ${INSTEAD}`, {});
    case "bigint":
      return noValue("is a bigint, which Pulumi cannot keep: give its text instead, with String().", {});
    case "number":
      return Number.isNaN(value) ? noValue(`is NaN, which is no number: ${INSTEAD}`, value) : value;
    case "object":
      return value === null ? value : (later(value, plainLater) ?? plainInstance(value));
    default:
      return markUnknownText(value);
  }
}

/** Own properties are what the engine is sent of an instance; what of them has no value is none of the user's. */
function plainInstance(value: object): unknown {
  if (types.isDate(value)) {
    return Number.isNaN(value.getTime())
      ? noValue("is an invalid Date: give a valid one, or a text.", {})
      : value.toISOString();
  }
  const isKept =
    pulumi.Resource.isInstance(value) ||
    pulumi.asset.Asset.isInstance(value) ||
    pulumi.asset.Archive.isInstance(value) ||
    ArrayBuffer.isView(value);
  if (isKept) {
    return value;
  }
  return Object.keys(value).length === 0
    ? noValue(`is an instance of ${classOf(value)}, of which Pulumi keeps nothing: ${INSTEAD}`, {})
    : mapEntries(value, (item) => (types.isDate(item) ? plainInstance(item) : item));
}

function classOf({ constructor }: { readonly constructor?: unknown }): string {
  return typeof constructor === "function" && constructor.name !== "" ? constructor.name : "a class";
}

/** What has come out of an output or a promise. `pulumi.output` copies a Date as an empty map. */
function plainLater(value: unknown): unknown {
  return mapLeaves(value, plainLeaf, [], (map) =>
    Object.keys(map).length === 0 ? doubtful(IS_EMPTY, {}) : map,
  );
}

/** Maps what is there later; undefined for what is there now. */
function later(value: unknown, map: (value: unknown) => unknown): unknown {
  if (pulumi.Output.isInstance(value)) {
    return value.apply(map);
  }
  return value instanceof Promise ? value.then(map) : undefined;
}

function isPlainMap(value: unknown): value is object {
  if (typeof value !== "object" || value === null || pulumi.Output.isInstance(value)) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // That of another realm, such as a test runner's, is another object.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
