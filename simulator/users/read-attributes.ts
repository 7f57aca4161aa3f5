import { InvalidDataError, invalidValue } from "../errors";
import { NAME_PARTS, TEXT_ATTRIBUTES } from "../state/user";
import type { UserAttributes, UserName } from "../state/user";
import { readObject, readText, requireText } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";

const MAX_USERNAME = 128;
const MAX_EXTERNAL_ID = 1024;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Reads all attributes a caller may write; those it does not know are ignored. */
export function readAttributes(body: JsonObject): UserAttributes {
  const username = requireText(body, "username");
  requireSize("username", username, MAX_USERNAME);
  const email = readEmail(body);
  const name = readName(body);
  const texts = readTexts(body, TEXT_ATTRIBUTES);
  if (texts.externalId !== undefined) requireSize("externalId", texts.externalId, MAX_EXTERNAL_ID);
  return {
    username,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...texts,
  };
}

/** What the attributes are after a PATCH: `null` removes one, a name is merged part by part. */
export function mergeAttributes(current: UserAttributes, patch: JsonObject): UserAttributes {
  const namePatch = readObject(patch, "name");
  const name = namePatch === undefined ? patch["name"] : { ...current.name, ...namePatch };
  return readAttributes({ ...current, ...patch, name: name === undefined ? current.name : name });
}

function requireSize(target: string, text: string, maximum: number): void {
  if (text.length >= 1 && text.length <= maximum) return;
  throw new InvalidDataError({
    code: "SIZE_LIMIT_EXCEEDED",
    target,
    message: `size must be between 1 and ${maximum}`,
    innerError: { maximumValue: maximum },
  });
}

function readEmail(body: JsonObject): string | undefined {
  const email = readText(body, "email");
  if (email !== undefined && !EMAIL.test(email)) {
    throw new InvalidDataError(invalidValue("email", "must be a well-formed email address"));
  }
  return email;
}

function readName(body: JsonObject): UserName | undefined {
  const name = readObject(body, "name");
  return name === undefined ? undefined : readTexts(name, NAME_PARTS, "name.");
}

function readTexts<Field extends string>(
  object: JsonObject,
  fields: readonly Field[],
  prefix = "",
): Partial<Record<Field, string>> {
  const texts: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const text = readText(object, field, prefix + field);
    if (text !== undefined) texts[field] = text;
  }
  return texts;
}
