import { InvalidDataError, InvalidRequestError, invalidValue } from "../errors";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses a request's text; an empty text is `undefined`. @throws InvalidRequestError when it is not JSON */
export function parseJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  if (isTooDeep(text)) {
    throw new InvalidRequestError({
      code: "INVALID_VALUE",
      message: "The request body is nested too deeply",
    });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidRequestError({ code: "INVALID_VALUE", message: "The request body is not valid JSON" });
  }
}

/** Beyond this nothing of the API or of a snapshot nests; what is kept of deeper ones could not be shown or saved. */
const DEEPEST = 100;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length && depth <= DEEPEST; index += 1) {
    const character = text[index];
    if (isQuoted && character === "\\") index += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "[" || character === "{")) depth += 1;
    else if (!isQuoted && (character === "]" || character === "}")) depth -= 1;
  }
  return depth > DEEPEST;
}

/** @throws InvalidRequestError when the body is missing, `null` or no object */
export function requireObject(body: unknown): JsonObject {
  if (isObject(body)) return body;
  throw new InvalidRequestError({ code: "INVALID_VALUE", message: "The request body must be a JSON object" });
}

/** Reads an optional text; `null` counts as absent. @throws InvalidDataError when it is no text */
export function readText(object: JsonObject, field: string, target = field): string | undefined {
  const value = object[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new InvalidDataError(invalidValue(target, "must be a string"));
  return value;
}

/** Reads a text that must be there and must not be empty. */
export function requireText(object: JsonObject, field: string, target = field): string {
  const value = readText(object, field, target);
  if (value === undefined) {
    throw new InvalidDataError({ code: "REQUIRED_VALUE", target, message: "must not be null" });
  }
  if (value === "") throw new InvalidDataError({ code: "EMPTY_VALUE", target, message: "must not be empty" });
  return value;
}

/** Reads an optional boolean; the texts "true" and "false" count as well, official samples send them. */
export function readBoolean(object: JsonObject, field: string, target = field): boolean | undefined {
  const value = object[field];
  if (value === undefined || value === null) return undefined;
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw new InvalidDataError(invalidValue(target, "must be a boolean"));
}

/** Reads an optional object; `null` counts as absent. */
export function readObject(object: JsonObject, field: string, target = field): JsonObject | undefined {
  const value = object[field];
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw new InvalidDataError(invalidValue(target, "must be an object"));
  return value;
}

/** Reads the id of a reference such as `population: { id }`. */
export function readReference(object: JsonObject, field: string): string | undefined {
  const reference = readObject(object, field);
  return reference === undefined ? undefined : requireText(reference, "id", `${field}.id`);
}
