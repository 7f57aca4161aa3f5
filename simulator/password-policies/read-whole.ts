import { InvalidDataError } from "../errors";
import type { JsonObject } from "../wire/json-body";

/** Reads an optional whole number within bounds. @throws InvalidDataError outside of them */
export function readWhole(
  object: JsonObject,
  field: string,
  target: string,
  min: number,
  max = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const value = object[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return value;
  const isBounded = max !== Number.MAX_SAFE_INTEGER;
  throw new InvalidDataError({
    code: "OUT_OF_RANGE",
    target,
    message: isBounded ? `must be between ${min} and ${max}` : `must be greater than or equal to ${min}`,
    innerError: { rangeMinimumValue: min, ...(isBounded ? { rangeMaximumValue: max } : {}) },
  });
}

/** As readWhole; the number must be there. */
export function requireWhole(
  object: JsonObject,
  field: string,
  target: string,
  min: number,
  max?: number,
): number {
  const value = readWhole(object, field, target, min, max);
  if (value !== undefined) return value;
  throw new InvalidDataError({ code: "REQUIRED_VALUE", target, message: "must not be null" });
}
