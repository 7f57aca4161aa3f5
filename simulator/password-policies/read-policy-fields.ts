import { InvalidDataError, invalidValue } from "../errors";
import { CHARACTER_CLASSES } from "../state/password-policy";
import type { PasswordPolicyFields } from "../state/password-policy";
import { readBoolean, readObject, readText, requireText } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";
import { readWhole, requireWhole } from "./read-whole";

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

const SEQUENCE_RULES = [
  ["alphabetSequenceRule", [2, 3]],
  ["numberSequenceRule", [2, 3]],
  ["qwertySequenceRule", [3, 3]],
  ["shiftedNumberRowSequenceRule", [1, 255]],
] as const;

const COUNTS = [
  "minComplexity",
  "maxRepeatedCharacters",
  "minUniqueCharacters",
  "minAgeDays",
  "maxAgeDays",
] as const;

/** The days that must lie between the least and the greatest age. */
const AGE_MARGIN = 21;

/** Reads what a caller may write of a password policy. @throws InvalidDataError that names the first wrong field */
export function readPolicyFields(body: JsonObject): PasswordPolicyFields {
  const description = readText(body, "description");
  const fields: Mutable<PasswordPolicyFields> = {
    name: requireText(body, "name"),
    ...(description === undefined ? {} : { description }),
    excludesProfileData: requireBoolean(body, "excludesProfileData"),
    excludesCommonlyUsed: requireBoolean(body, "excludesCommonlyUsed"),
    notSimilarToCurrent: requireBoolean(body, "notSimilarToCurrent"),
  };
  readNested(body, fields);
  for (const field of COUNTS) {
    const value = readWhole(body, field, field, 1);
    if (value !== undefined) fields[field] = value;
  }
  for (const [field, [min, max]] of SEQUENCE_RULES) {
    const rule = readObject(body, field);
    if (rule === undefined) continue;
    fields[field] = { maxLength: requireWhole(rule, "maxLength", `${field}.maxLength`, min, max) };
  }
  requireAgeMargin(fields);
  return fields;
}

function readNested(body: JsonObject, fields: Mutable<PasswordPolicyFields>): void {
  const length = readObject(body, "length");
  if (length !== undefined) {
    const min = readWhole(length, "min", "length.min", 8, 32) ?? 8;
    fields.length = { min, max: readWhole(length, "max", "length.max", min, 255) ?? 255 };
  }
  const history = readObject(body, "history");
  if (history !== undefined) {
    const count = requireWhole(history, "count", "history.count", 1);
    fields.history = {
      count,
      retentionDays: requireWhole(history, "retentionDays", "history.retentionDays", 1),
    };
  }
  const lockout = readObject(body, "lockout");
  if (lockout !== undefined) {
    const failureCount = requireWhole(lockout, "failureCount", "lockout.failureCount", 1);
    const durationSeconds = readWhole(lockout, "durationSeconds", "lockout.durationSeconds", 1);
    fields.lockout = { failureCount, ...(durationSeconds === undefined ? {} : { durationSeconds }) };
  }
  const minCharacters = readMinCharacters(body);
  if (minCharacters !== undefined) fields.minCharacters = minCharacters;
}

function readMinCharacters(body: JsonObject): PasswordPolicyFields["minCharacters"] {
  const classes = readObject(body, "minCharacters");
  if (classes === undefined) return undefined;
  const unknown = Object.keys(classes).find((key) => !CHARACTER_CLASSES.some((known) => known === key));
  if (unknown !== undefined) {
    const innerError = { allowedValues: CHARACTER_CLASSES };
    throw new InvalidDataError(
      invalidValue("minCharacters", "has a character set that is not allowed", innerError),
    );
  }
  const result: Mutable<NonNullable<PasswordPolicyFields["minCharacters"]>> = {};
  for (const characterClass of CHARACTER_CLASSES) {
    const count = readWhole(classes, characterClass, "minCharacters", 1);
    if (count !== undefined) result[characterClass] = count;
  }
  return result;
}

function requireBoolean(body: JsonObject, field: string): boolean {
  const value = readBoolean(body, field);
  if (value !== undefined) return value;
  throw new InvalidDataError({ code: "REQUIRED_VALUE", target: field, message: "must not be null" });
}

function requireAgeMargin({ minAgeDays, maxAgeDays }: PasswordPolicyFields): void {
  if (maxAgeDays === undefined || maxAgeDays > (minAgeDays ?? 0) + AGE_MARGIN) return;
  const message = `must be greater than minAgeDays + ${AGE_MARGIN}`;
  throw new InvalidDataError(invalidValue("maxAgeDays", message));
}
